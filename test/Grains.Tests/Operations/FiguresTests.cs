using MultiLine.Grains.Interfaces.Operations;
using MultiLine.Grains.Operations;

namespace MultiLine.Grains.Tests.Operations;

public sealed class FiguresTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 3, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Start);
    private readonly Figures _figures;

    public FiguresTests() => _figures = new Figures(_clock);

    [Fact]
    public void Everything_that_is_counted_has_a_name_of_its_own()
    {
        foreach (var what in Enum.GetValues<Happening>())
        {
            var figures = new Figures(_clock);
            figures.Count(what);

            var counts = typeof(Throughput).GetProperties().Where(property => property.PropertyType == typeof(long))
                .ToDictionary(property => property.Name, property => (long)property.GetValue(figures.Read("a", null).Total)!);
            Assert.Equal(Enum.GetNames<Happening>().Order(), counts.Keys.Order());
            Assert.Equal(what.ToString(), Assert.Single(counts, count => count.Value == 1).Key);
            Assert.Equal(1, counts.Values.Sum());
        }
    }

    [Fact]
    public void Counts_stand_in_the_ten_seconds_in_which_it_happened_and_add_up_to_the_total()
    {
        _figures.Count(Happening.Sent);
        _clock.Advance(TimeSpan.FromSeconds(6.9));
        _figures.Count(Happening.Sent);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        _figures.Count(Happening.Sent);
        _clock.Advance(TimeSpan.FromSeconds(25));
        _figures.Count(Happening.Received);

        var told = _figures.Read("a", null);
        Assert.Equal(
            [(At(0), 2, 0), (At(10), 1, 0), (At(30), 0, 1)],
            told.Intervals.Select(interval => (interval.At, interval.Throughput.Sent, interval.Throughput.Received)));
        Assert.Equal((3, 1), (told.Total.Sent, told.Total.Received));
        Assert.Equal((Start, true), (told.Since, told.IsWhole));
    }

    [Fact]
    public void Fifteen_minutes_are_kept_and_the_total_forever()
    {
        for (var i = 0; i < 200; i++)
        {
            _figures.Count(Happening.Read);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        var told = _figures.Read("a", null);
        Assert.Equal(90, told.Intervals.Count);
        Assert.Equal((At(1100), At(1990)), (told.Intervals[0].At, told.Intervals[^1].At));
        Assert.Equal(200, told.Total.Read);
    }

    [Fact]
    public void After_a_rest_nothing_of_before_stands_where_the_new_is_counted()
    {
        _figures.Count(Happening.Failed);
        _figures.Took(Timed.Webhook, TimeSpan.FromMilliseconds(3));
        _clock.Advance(TimeSpan.FromDays(2));
        _figures.Count(Happening.Sent);

        var only = Assert.Single(_figures.Read("a", null).Intervals);
        Assert.Equal((0, 1, 0), (only.Throughput.Failed, only.Throughput.Sent, only.Webhook.Count));
    }

    [Fact]
    public void Durations_are_told_by_their_steps_without_empty_ones_at_the_end()
    {
        _figures.Took(Timed.Webhook, TimeSpan.FromMilliseconds(2));
        _figures.Took(Timed.Webhook, TimeSpan.FromMilliseconds(2));
        _figures.Took(Timed.Sending, TimeSpan.FromMilliseconds(0.5));

        var only = Assert.Single(_figures.Read("a", null).Intervals);
        Assert.Equal([0, 0, 2], only.Webhook);
        Assert.Equal([1], only.Sending);
        Assert.Empty(only.ProviderCall);
    }

    [Fact]
    public void Only_what_is_new_can_be_asked_for()
    {
        _figures.Count(Happening.Sent);
        _clock.Advance(TimeSpan.FromSeconds(10));
        _figures.Count(Happening.Sent);

        var told = _figures.Read("a", At(10));
        Assert.Equal(At(10), Assert.Single(told.Intervals).At);
        Assert.False(told.IsWhole);
    }

    [Fact]
    public void Errors_are_counted_by_kind_and_code_and_forgotten_after_an_hour()
    {
        _figures.ProviderFailed("whatsapp", "refused", 131047);
        _clock.Advance(TimeSpan.FromMinutes(30));
        _figures.ProviderFailed("whatsapp", "refused", 131047);
        _figures.ProviderFailed("whatsapp", "timed_out", null);
        Assert.Equal(
            [new ProviderErrors("whatsapp", "refused", 131047, 2, _clock.GetUtcNow()), new ProviderErrors("whatsapp", "timed_out", null, 1, _clock.GetUtcNow())],
            _figures.Read("a", null).ProviderErrors);

        var last = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(
            [new ProviderErrors("whatsapp", "refused", 131047, 1, last), new ProviderErrors("whatsapp", "timed_out", null, 1, last)],
            _figures.Read("a", null).ProviderErrors);

        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty(_figures.Read("a", null).ProviderErrors);
    }

    [Fact]
    public void However_many_codes_there_are_the_list_stays_short_and_counts_them_all()
    {
        for (var code = 0; code < 1000; code++)
        {
            _figures.ProviderFailed("sms", "refused", code);
        }

        var errors = _figures.Read("a", null).ProviderErrors;
        Assert.Equal(201, errors.Count);
        Assert.Equal(1000, errors.Sum(error => error.Count));
    }

    /// <param name="seconds">After 9 o'clock.</param>
    private static DateTimeOffset At(int seconds) => new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddSeconds(seconds);
}
