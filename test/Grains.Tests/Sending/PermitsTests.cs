using MultiLine.Domain;
using MultiLine.Grains.Sending;
using MultiLine.Storage.Outbound;

namespace MultiLine.Grains.Tests.Sending;

public sealed class PermitsTests
{
    private static readonly TimeSpan Now = TimeSpan.FromHours(9);
    private static readonly TimeSpan PairInterval = TimeSpan.FromSeconds(6);

    [Fact]
    public void A_number_that_may_not_send_says_when_it_may_and_a_pair_that_may_not_holds_up_no_other()
    {
        var permits = new Permits(new SendingLimits { PairBurst = 1, MessagesPerSecond = 2 });
        Assert.Equal(2, permits.LeftOfNumber(Now));
        Assert.NotNull(permits.Ask(Message("a", 1), Now).ExpiresAt);
        Assert.Equal(1, permits.LeftOfNumber(Now));
        Assert.Equal(Now + PairInterval, permits.Ask(Message("a", 2), Now).AskAgainAt);
        Assert.Null(permits.NextOfNumber(Now));
        Assert.NotNull(permits.Ask(Message("b", 1), Now).ExpiresAt);

        Assert.Equal(Now + TimeSpan.FromSeconds(0.5), permits.NextOfNumber(Now));
        Assert.Null(permits.NextOfNumber(Now + TimeSpan.FromSeconds(0.5)));
    }

    private static ConversationKey Key(string contact) => new("northwind", "sales", contact);

    private static QueuedMessage Message(string contact, int id) => new("northwind/whatsapp/1", Key(contact), $"{id}", DateTimeOffset.UnixEpoch, id);
}
