
namespace MultiLine.Embedded.Tests.Host;

/// <summary>
/// An actor host for a test, whichever it is: start, stop, kill, clock. What is stored (states, reminders) outlives the host, as in a
/// deployment. The part that knows the host is in the file named after it.
/// </summary>
public sealed partial class ActorHostFixture : IAsyncDisposable
{
    public const string Store = "grains";
    public const string Streams = "events";

    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(100);

    private readonly HostSettings _settings;

    private ActorHostFixture(HostSettings settings) => _settings = settings;

    public ManualClock Clock { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public Stage Stage { get; } = new();

    public MemoryGrainStorage Storage { get; } = new();

    public MemoryReminderTable Reminders { get; } = new();

    /// <summary>Grains as seen from outside.</summary>
    public IClusterClient Grains { get; private set; } = null!;

    public static async Task<ActorHostFixture> StartAsync(HostSettings? settings = null)
    {
        var host = new ActorHostFixture(settings ?? new());
        await host.StartHostAsync();
        return host;
    }

    /// <summary>Stops it orderly and starts another one on what is stored.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartHostAsync();
    }

    /// <summary>
    /// Moves the clock on by steps until a line is said, for waits that begin at a moment of their own. Grains get real time between
    /// the steps, so that no call of theirs takes long by this clock.
    /// </summary>
    public async Task LetTimePassUntil(Func<string, bool> line, TimeSpan step, TimeSpan atMost)
    {
        for (var passed = TimeSpan.Zero; !await Stage.HearsSoon(line); passed += step)
        {
            Assert.True(passed < atMost, $"Not said within {atMost}. Said so far: {string.Join(" | ", Stage.Lines)}");
            Clock.Advance(step);
        }
    }

    /// <summary>Moves the clock on as fast as the one on the wall until a call has ended, well or badly.</summary>
    public async Task LetTimePassUntilEnded(Task call, TimeSpan atMost)
    {
        for (var passed = TimeSpan.Zero; !await EndsSoon(call); passed += s_moment)
        {
            Assert.True(passed < atMost, $"The call has not ended within {atMost}.");
            Clock.Advance(s_moment);
        }
    }

    /// <summary>Kills it and starts another one on what is stored.</summary>
    public async Task KillAndRestartAsync()
    {
        await KillAsync();
        await StartHostAsync();
    }

    private static async Task<bool> EndsSoon(Task call)
    {
        await call.WaitAsync(s_moment).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return call.IsCompleted;
    }
}

/// <summary>What tests set of a host.</summary>
public sealed record HostSettings
{
    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromHours(2);

    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public int StreamAttempts { get; init; } = 5;

    /// <summary>Whether the calls of grains pass a filter that says them on the stage.</summary>
    public bool SayCalls { get; init; }

    /// <summary>Whether the host puts calls into traces, where it has to be asked to.</summary>
    public bool TraceCalls { get; init; }
}
