using FsCheck.Fluent;

namespace MultiLine.Domain.Tests.Values;

public sealed class StoredWaitTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(0, false)]
    [InlineData(4.9, false)]
    [InlineData(5, true)]
    [InlineData(1_000_000, true)]
    [InlineData(-5, false)]
    [InlineData(-5.1, true)]
    [InlineData(-1_000_000, true)]
    public void It_is_over_at_its_end_and_where_the_clock_was_set_back_by_more_than_it_was_to_last(double minutes, bool over)
    {
        var wait = new StoredWait(Noon, 5 * Minute);

        Assert.Equal(over, wait.IsOver(Noon + (minutes * Minute)));
    }

    [Fact]
    public void Wherever_the_clock_is_set_to_it_lasts_at_most_twice_as_long_from_then_on() => Property.Holds(
        ArbMap.Default.ArbFor<(ushort Span, int Set)>(),
        values =>
        {
            var span = TimeSpan.FromSeconds(values.Span);
            var wait = new StoredWait(Noon, span);
            var now = Noon + TimeSpan.FromSeconds(values.Set);

            Assert.True(wait.IsOver(now) || wait.IsOver(now + (2 * span)));
        });

    [Fact]
    public void It_ends_when_it_was_to_end_or_has_ended_by_now()
    {
        var wait = new StoredWait(Noon, Minute);

        Assert.Equal(Noon + Minute, wait.EndsAt(Noon));
        Assert.Equal(Noon + Minute, wait.EndsAt(Noon + (2 * Minute)));
        Assert.Equal(Noon - (2 * Minute), wait.EndsAt(Noon - (2 * Minute)));
    }

    [Fact]
    public void What_was_to_end_before_it_began_is_over() => Assert.True(new StoredWait(Noon, Noon - Minute).IsOver(Noon - (2 * Minute)));
}
