using MultiLine.Domain.Sending;

namespace MultiLine.Domain.Tests.Rules;

public sealed class SetbacksTests
{
    private static readonly TimeSpan Now = TimeSpan.FromHours(9);

    [Fact]
    public void After_one_the_next_messages_go_on()
    {
        var once = Setbacks.None.Another(Now);

        Assert.False(once.OnlyOne);
        Assert.True(once.QuietUntil <= Now);
    }

    [Fact]
    public void From_the_second_in_a_row_on_the_wait_doubles_up_to_a_minute_and_one_message_tries()
    {
        var setbacks = Setbacks.None.Another(Now);
        var now = Now;
        List<double> waits = [];
        for (var times = 0; times < 10; times++)
        {
            setbacks = setbacks.Another(now);
            waits.Add((setbacks.QuietUntil - now).TotalSeconds);
            Assert.True(setbacks.OnlyOne);
            now = setbacks.QuietUntil;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60], waits);
    }

    [Fact]
    public void What_was_under_way_when_the_wait_began_does_not_lengthen_it()
    {
        var setbacks = Setbacks.None.Another(Now).Another(Now);

        Assert.Equal(setbacks, setbacks.Another(Now + TimeSpan.FromSeconds(0.9)));
        Assert.NotEqual(setbacks, setbacks.Another(Now + TimeSpan.FromSeconds(1)));
    }
}
