using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Control;

/// <summary><c>/control/changes</c>: waits until something changes, so that a page need not ask again and again.</summary>
internal static class ChangesControl
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <param name="after">The version that the caller knows; without one that is current it is answered at once.</param>
    public static async Task<IResult> GetAsync(
        long? after,
        Database database,
        TimeProvider time,
        IHostApplicationLifetime lifetime,
        CancellationToken gone
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        return Results.Ok(new { Version = await database.ChangedAsync(after ?? -1, LongestWait, time, stop.Token) });
    }
}
