namespace MultiLine.Simulator.Faults;

/// <summary>The misbehaviour that is still to come. Kept in memory only: a restarted simulator behaves.</summary>
internal sealed class FaultBox
{
    private readonly Lock turn = new();
    private readonly List<Fault> pending = [];
    private DateTimeOffset outageEnd;

    public void Add(Fault fault)
    {
        lock (turn)
            pending.Add(fault);
    }

    public IReadOnlyList<Fault> Pending()
    {
        lock (turn)
            return [.. pending];
    }

    public void Clear()
    {
        lock (turn)
        {
            pending.Clear();
            outageEnd = default;
        }
    }

    /// <summary>The end of the outage that there is; begins one if it was asked for.</summary>
    public DateTimeOffset? OutageAt(DateTimeOffset now)
    {
        lock (turn)
        {
            if (outageEnd <= now && Take(FaultKind.Outage) is { } outage)
                outageEnd = now + TimeSpan.FromSeconds(outage.Seconds);
            return now < outageEnd ? outageEnd : null;
        }
    }

    /// <summary>Uses up one occurrence; null if none of this kind was asked for.</summary>
    /// <param name="on">The call at hand, where the kind is about calls.</param>
    public Fault? Take(FaultKind kind, string? on = null)
    {
        lock (turn)
        {
            var index = pending.FindIndex(fault => fault.Kind == kind && (on is null || fault.On == "*" || fault.On == on));
            if (index < 0)
                return null;

            var fault = pending[index];
            if (fault.Count > 1)
                pending[index] = fault with { Count = fault.Count - 1 };
            else
                pending.RemoveAt(index);
            return fault;
        }
    }
}

internal static class FaultsRegistration
{
    public static IServiceCollection AddFaults(this IServiceCollection services) => services.AddSingleton<FaultBox>();
}
