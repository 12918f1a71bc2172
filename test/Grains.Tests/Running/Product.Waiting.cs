namespace MultiLine.Grains.Tests.Running;

/// <summary>Waits for what the product does by itself.</summary>
public sealed partial class Product
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task Until(Func<Task<bool>> condition, string missing) => Until(condition, () => missing);

    /// <summary>Waits for something that happens by itself while the clock stands still.</summary>
    public async Task Until(Func<Task<bool>> condition, Func<string> missing)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                Assert.Fail($"Missing: {missing()}.\nLogged:\n{string.Join('\n', Log.Warnings.TakeLast(20))}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    /// <summary>
    /// Waits until no message is on its way to or from WhatsApp, and the sender is done with what was due: it is called behind the tick of its timer.
    /// </summary>
    public Task Idle() => Until(
        async () => (await Sender().GetHealth()).InFlight == 0 && await WhatsApp.CountPendingWebhooks() == 0 && _timerTicks.AreAtRest, "rest");

    /// <summary>
    /// Moves the clock on by steps until something has happened, for waits that begin at a moment of their own. What reminders have begun
    /// comes to its end between two steps, so that none of their ticks finds that time has gone on meanwhile, or many others behind it.
    /// </summary>
    public async Task UntilInTime(Func<Task<bool>> condition, TimeSpan step, string missing)
    {
        var start = Clock.GetUtcNow();
        await Until(
            async () =>
            {
                if (await condition())
                {
                    return true;
                }

                await Service<ReminderTicks>().Rest();
                Clock.Advance(step);
                return false;
            },
            () => $"{missing} within {Clock.GetUtcNow() - start}");
    }
}
