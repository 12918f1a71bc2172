using MultiLine.Domain.Media;

namespace MultiLine.Domain.Tests.Media;

/// <summary>How long a file is looked for that came with a message.</summary>
public sealed class MediaFetchingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 32)]
    [InlineData(9, 360)]
    [InlineData(2_000_000_000, 360)]
    public void What_can_not_be_had_just_now_is_looked_for_again_ever_more_rarely(int tries, int minutes) =>
        Assert.Equal(Noon.AddMinutes(minutes), MediaFetching.Next(MediumFailure.Unavailable, tries, Noon.AddDays(-6), Noon));

    [Fact]
    public void Nothing_is_looked_for_once_its_id_is_no_good_any_more() =>
        Assert.Null(MediaFetching.Next(MediumFailure.Unavailable, 11, Noon.AddDays(-7), Noon));

    [Fact]
    public void Nothing_is_given_up_as_too_old_in_less_than_a_day_whatever_the_clock_says()
    {
        var looked = TimeSpan.Zero;
        for (var tries = 0; tries < 11; tries++)
        {
            looked += MediaFetching.Next(MediumFailure.Unavailable, tries, Noon.AddYears(-10), Noon)!.Value - Noon;
        }

        Assert.InRange(looked, TimeSpan.FromHours(20), TimeSpan.FromDays(2));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(30, 360)]
    public void What_is_stored_of_a_wait_tells_how_long_it_is(int tries, double minutes) =>
        Assert.Equal(new StoredWait(Noon.AddMinutes(-minutes), Noon), MediaFetching.Wait(tries, Noon));

    [Theory]
    [InlineData(MediumFailure.Gone)]
    [InlineData(MediumFailure.Altered)]
    public void What_the_provider_does_not_have_is_looked_for_four_times(MediumFailure failure)
    {
        Assert.NotNull(MediaFetching.Next(failure, 2, Noon, Noon));
        Assert.Null(MediaFetching.Next(failure, 3, Noon, Noon));
    }

    [Fact]
    public void What_is_too_large_stays_so() => Assert.Null(MediaFetching.Next(MediumFailure.TooLarge, 0, Noon, Noon));
}
