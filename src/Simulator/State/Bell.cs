using System.Threading.Channels;

namespace MultiLine.Simulator.State;

/// <summary>Wakes a loop that waits for work which is due later, or for new work.</summary>
internal sealed class Bell(TimeProvider time)
{
    /// <summary>The clock may be set while a loop waits, so it is looked at again at least this often.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => rings.Writer.TryWrite(true);

    public async Task WaitAsync(DateTimeOffset? due, CancellationToken stop)
    {
        var wait = due is { } at ? at - time.GetUtcNow() : LongestWait;
        if (wait <= TimeSpan.Zero)
            return;

        await using var timer = time.CreateTimer(_ => Ring(), null, wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
        await rings.Reader.ReadAsync(stop);
    }
}
