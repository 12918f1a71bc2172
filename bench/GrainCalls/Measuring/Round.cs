using MultiLine.GrainCalls.Grains;

namespace MultiLine.GrainCalls.Measuring;

/// <summary>All measurements, once, on the actor host that this was built for.</summary>
internal static class Round
{
    private const int NotesOfExchange = 3;
    private const int CallsOfCourier = 100;

    public static async Task<int> RunAsync(TimeSpan time)
    {
        using var host = await ActorHost.StartAsync();
        var grains = host.Grains();
        var desks = Desks.All(grains);
        ICourierGrain[] couriers = [.. Enumerable.Range(0, Load.Callers).Select(caller => grains.GetGrain<ICourierGrain>($"courier-{caller}"))];
        Note[] notes = [.. Enumerable.Range(0, Load.Callers).Select(NoteOf)];

        new Figure(Figure.Calls, await Load.MeasureAsync(TakeAsync, time), "1/s").Print();
        new Figure(Figure.CopiedCalls, await Load.MeasureAsync(ExchangeAsync, time), "1/s").Print();
        new Figure(Figure.KeyedCalls, await Load.MeasureAsync(FindAndTakeAsync, time), "1/s").Print();
        new Figure(Figure.GrainToGrainCalls, await Load.MeasureAsync(DeliverAsync, time), "1/s").Print();
        await host.StopAsync();
        return 0;

        Task<int> TakeAsync(int caller, int made) => TakeAtAsync(desks[Desk(caller, made)], caller);

        Task<int> FindAndTakeAsync(int caller, int made) => TakeAtAsync(grains.GetGrain<IDeskGrain>(Desks.Keys[Desk(caller, made)]), caller);

        async Task<int> TakeAtAsync(IDeskGrain desk, int caller)
        {
            var receipt = await desk.Take(notes[caller]);
            return receipt.Id == notes[caller].Id ? 1 : throw new InvalidOperationException("Another note was taken.");
        }

        async Task<int> ExchangeAsync(int caller, int made)
        {
            List<Note> mine = [.. Enumerable.Repeat(notes[caller], NotesOfExchange)];
            var theirs = await desks[Desk(caller, made)].Exchange(mine);
            return theirs != mine && theirs.Count == mine.Count ? 1 : throw new InvalidOperationException("The list was not copied.");
        }

        async Task<int> DeliverAsync(int caller, int made)
        {
            await couriers[caller].Deliver(notes[caller], Desk(caller, made), CallsOfCourier);
            return CallsOfCourier;
        }
    }

    /// <summary>Every caller goes round all desks, each from a place of its own.</summary>
    private static int Desk(int caller, int made) => ((caller * (Desks.Count / Load.Callers)) + made) % Desks.Count;

    private static Note NoteOf(int caller) => new(
        $"note-{caller}", "Please call me back about the statement of last month.", new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
}
