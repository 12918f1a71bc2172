using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Reminders;

namespace MultiLine.Embedded.Tests.Own;

public sealed class ReminderSetAnewTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_reminder_that_was_set_anew_thousands_of_times_ticks_when_it_was_set_to_last_and_others_as_they_were()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var (often, once, forgotten) = (Reminded("often"), Reminded("once set"), Reminded("forgotten"));
        await once.Remind("other", 3 * s_minute, 10 * s_minute);
        await forgotten.Remind("gone", 2 * s_minute, 10 * s_minute);
        for (var times = 0; times < 3_000; times++)
        {
            await often.Remind("moved", s_minute + TimeSpan.FromSeconds(times), 10 * s_minute);
        }

        await often.Remind("moved", 4 * s_minute, 10 * s_minute);
        await forgotten.Forget("gone");

        host.Clock.Advance(3 * s_minute);
        await host.Stage.Heard("other 12:03");
        host.Clock.Advance(s_minute);
        await host.Stage.Heard("moved 12:04");
        host.Clock.Advance(9 * s_minute);
        await host.Stage.Heard("other 12:13");
        host.Clock.Advance(s_minute);
        await host.Stage.Heard("moved 12:14");

        Assert.Equal(["other 12:03", "moved 12:04", "other 12:13", "moved 12:14"], host.Stage.Lines);

        IReminded Reminded(string key) => host.Grains.GetGrain<IReminded>(key);
    }
}
