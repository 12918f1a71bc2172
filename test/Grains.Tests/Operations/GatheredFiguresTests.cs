using MultiLine.Grains.Interfaces.Operations;
using MultiLine.Grains.Operations;

namespace MultiLine.Grains.Tests.Operations;

public sealed class GatheredFiguresTests
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly GatheredFigures _gathered = new();

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public void Where_nobody_reports_nothing_has_happened()
    {
        var read = _gathered.Read(null, Now);

        Assert.Equal((null, 0, 0), (read.Since, read.Total.Sent, read.Silos.Count));
        Assert.Equal(new Latency(0, null, null, null), read.Webhook);
        Assert.Equal(91, read.History.Count);
    }

    [Fact]
    public void What_silos_count_is_added_up()
    {
        var (one, two) = (new Figures(_clock), new Figures(_clock));
        one.Count(Happening.Sent);
        two.Count(Happening.Sent);
        two.Took(Timed.ProviderCall, TimeSpan.FromMilliseconds(1));
        one.Took(Timed.ProviderCall, TimeSpan.FromMilliseconds(4));
        one.ProviderFailed("whatsapp", "refused", 1);
        two.ProviderFailed("whatsapp", "refused", 1);
        two.ProviderFailed("sms", "refused", 1);

        _gathered.Take(one.Read("one", null), Now);
        _gathered.Take(two.Read("two", null), Now);

        var read = _gathered.Read(null, Now);
        Assert.Equal((2, 2), (read.Total.Sent, read.History[^1].Throughput.Sent));
        Assert.Equal(new Latency(2, 1, 4, 4), read.ProviderCall);
        Assert.Equal(new Latency(2, 1, 4, 4), read.History[^1].ProviderCall);
        Assert.Equal([("whatsapp", 2), ("sms", 1)], read.ProviderErrors.Select(error => (error.Channel, error.Count)));
        Assert.Equal([("one", 1), ("two", 1)], read.Silos.Select(silo => (silo.Silo, silo.Total.Sent)));
    }

    [Fact]
    public void The_history_has_no_gaps_and_begins_where_it_is_asked_to()
    {
        var figures = new Figures(_clock);
        figures.Count(Happening.Sent);
        _clock.Advance(TimeSpan.FromSeconds(35));
        figures.Count(Happening.Sent);
        _gathered.Take(figures.Read("one", null), Now);

        var read = _gathered.Read(Now.AddSeconds(-20), Now);
        Assert.Equal([0, 0, 1], read.History.Select(interval => interval.Throughput.Sent));
        Assert.Equal([20, 10, 0], read.History.Select(interval => (Now.AddSeconds(-5) - interval.At).TotalSeconds));
        Assert.Equal(2, _gathered.Read(null, Now).History.Sum(interval => interval.Throughput.Sent));
        Assert.Empty(_gathered.Read(Now.AddMinutes(1), Now).History);
    }

    [Fact]
    public void An_interval_that_is_told_again_is_counted_once()
    {
        var figures = new Figures(_clock);
        figures.Count(Happening.Sent);
        _gathered.Take(figures.Read("one", null), Now);
        figures.Count(Happening.Sent);
        _gathered.Take(figures.Read("one", Now), Now);

        var read = _gathered.Read(null, Now);
        Assert.Equal((2, 2), (read.Total.Sent, read.History[^1].Throughput.Sent));
    }

    [Fact]
    public void A_silo_whose_past_is_not_known_is_asked_for_it_until_it_has_told()
    {
        var figures = new Figures(_clock);
        Assert.False(_gathered.Take(figures.Read("one", Now), Now));
        Assert.False(_gathered.Take(figures.Read("one", Now), Now));
        Assert.True(_gathered.Take(figures.Read("one", null), Now));
        Assert.True(_gathered.Take(figures.Read("one", Now), Now));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_gathered.Take(new Figures(_clock).Read("one", Now), Now));
    }

    [Fact]
    public void A_silo_that_is_silent_is_counted_on_no_more_and_what_it_did_stays()
    {
        var (one, two) = (new Figures(_clock), new Figures(_clock));
        one.Count(Happening.Sent);
        two.Count(Happening.Sent);
        _gathered.Take(one.Read("one", null), Now);
        _clock.Advance(TimeSpan.FromSeconds(30));
        _gathered.Take(two.Read("two", null), Now);
        Assert.Equal(2, _gathered.Read(null, Now).Silos.Count);

        _clock.Advance(TimeSpan.FromSeconds(1));
        var read = _gathered.Read(null, Now);
        Assert.Equal("two", Assert.Single(read.Silos).Silo);
        Assert.Equal((1, 2), (read.Total.Sent, read.History.Sum(interval => interval.Throughput.Sent)));

        _clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(0, _gathered.Read(null, Now).History.Sum(interval => interval.Throughput.Sent));
    }

    [Fact]
    public void The_last_minute_counts_no_longer_than_a_minute_and_the_interval_that_goes_on()
    {
        var figures = new Figures(_clock);
        figures.Took(Timed.Webhook, TimeSpan.FromMilliseconds(1));
        _clock.Advance(TimeSpan.FromSeconds(69));
        _gathered.Take(figures.Read("one", null), Now);
        Assert.Equal(1, _gathered.Read(null, Now).Webhook.Count);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, _gathered.Read(null, Now).Webhook.Count);
    }
}
