namespace MultiLine.Walkthrough.Expectations;

/// <summary>Waits for what comes by itself.</summary>
internal sealed class Patience(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static TimeSpan Usual { get; } = TimeSpan.FromSeconds(20);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Looks again and again until something is seen.</summary>
    /// <param name="what">What is waited for; said if it does not come.</param>
    /// <param name="look">Null as long as it has not come.</param>
    /// <param name="longest"><see cref="Usual"/> if left out.</param>
    public async Task<T> UntilAsync<T>(string what, Func<Task<T?>> look, TimeSpan? longest = null)
        where T : class
    {
        var patience = longest ?? Usual;
        for (var end = Now + patience; ; await Task.Delay(Pause, time))
        {
            if (await look() is { } seen)
                return seen;
            if (Now > end)
                throw new DiffersException($"This did not come within {patience.TotalSeconds:0} s: {what}.");
        }
    }

    public Task UntilAsync(string what, Func<Task<bool>> look, TimeSpan? longest = null) =>
        UntilAsync<object>(what, async () => await look() ? what : null, longest);

    public Task ForAsync(TimeSpan span) => span > TimeSpan.Zero ? Task.Delay(span, time) : Task.CompletedTask;
}
