using MultiLine.Domain;
using MultiLine.Grains.Sending;
using MultiLine.Storage.Outbound;

namespace MultiLine.Grains.Tests.Sending;

public sealed class PermitsTests
{
    private static readonly TimeSpan Now = TimeSpan.FromHours(9);
    private static readonly TimeSpan PairInterval = TimeSpan.FromSeconds(6);

    /// <summary>The queue gives its oldest first. If those that have to wait were not counted, nobody behind them would ever be looked at.</summary>
    [Fact]
    public void Whoever_stands_at_the_front_and_may_not_go_is_counted_until_it_may()
    {
        var permits = new Permits(new SendingLimits { PairBurst = 1 });
        Assert.NotNull(permits.Ask(Message("a", 1), Now).ExpiresAt);
        Assert.Equal(2, permits.CountUnready(Now));

        permits.Return(Key("a"), "1", heldUntil: null);
        Assert.Equal(Now + PairInterval, permits.Ask(Message("a", 2), Now).AskAgainAt);
        Assert.Equal(1, permits.CountUnready(Now));
        Assert.Equal(0, permits.CountUnready(Now + PairInterval));
    }

    private static ConversationKey Key(string contact) => new("northwind", "sales", contact);

    private static QueuedMessage Message(string contact, int id) => new("northwind/whatsapp/1", Key(contact), $"{id}", DateTimeOffset.UnixEpoch);
}
