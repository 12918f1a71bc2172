using System.Diagnostics;

namespace MultiLine.GrainCalls.Measuring;

/// <summary>Calls by many callers at once, each of which waits for the answer before its next call: so many that no processor ever waits.</summary>
internal static class Load
{
    public const int Callers = 200;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);

    /// <summary>Calls a second, measured for a while after warming up.</summary>
    /// <param name="call">Caller and how many calls it has made so far, to how many more it has made when the task ends.</param>
    /// <param name="time">For how long to measure.</param>
    public static async Task<double> MeasureAsync(Func<int, int, Task<int>> call, TimeSpan time)
    {
        var made = new int[Callers];
        using var stopping = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(caller))).ToList();

        await Task.Delay(s_warmUp, TimeProvider.System);
        var (clock, before) = (Stopwatch.StartNew(), Total());
        await Task.Delay(time, TimeProvider.System);
        var (elapsed, calls) = (clock.Elapsed, Total() - before);

        await stopping.CancelAsync();
        await Task.WhenAll(callers);
        return calls / elapsed.TotalSeconds;

        async Task CallAsync(int caller)
        {
            while (!stopping.IsCancellationRequested)
            {
                made[caller] += await call(caller, made[caller]);
            }
        }

        long Total() => made.Sum(calls => (long)calls);
    }
}
