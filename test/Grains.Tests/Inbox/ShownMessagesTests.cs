using MultiLine.Domain;
using MultiLine.Domain.Messages;
using MultiLine.Grains.Inbox;

namespace MultiLine.Grains.Tests.Inbox;

public sealed class ShownMessagesTests
{
    private static readonly ConversationKey Ada = new("northwind", "sales", "ada");

    private readonly ShownMessages _shown = new(generation: 2);

    [Fact]
    public void A_message_is_known_where_its_thread_has_not_been_followed_any_further_meanwhile()
    {
        var view = View("m1");
        _shown.Keep(Ada, 5, view);

        Assert.Same(view, _shown.Find(Ada, 5, "m1"));
        Assert.Null(_shown.Find(Ada, 4, "m1"));
        Assert.Null(_shown.Find(Ada, 6, "m1"));
        Assert.Null(_shown.Find(Ada, 5, "m2"));
        Assert.Null(_shown.Find(Ada with { Line = "support" }, 5, "m1"));
    }

    [Fact]
    public void What_was_kept_last_takes_the_place_of_what_was_kept_before()
    {
        _shown.Keep(Ada, 5, View("m1"));
        _shown.Keep(Ada, 6, View("m2"));

        Assert.Null(_shown.Find(Ada, 5, "m1"));
        Assert.NotNull(_shown.Find(Ada, 6, "m2"));
    }

    [Fact]
    public void Those_of_the_last_generation_stay_and_older_ones_go()
    {
        foreach (var contact in (string[])["c1", "c2", "c3", "c4", "c5"])
        {
            _shown.Keep(Ada with { Contact = contact }, 1, View("m1"));
        }

        Assert.Equal(["c3", "c4", "c5"], ((string[])["c1", "c2", "c3", "c4", "c5"]).Where(contact => _shown.Find(Ada with { Contact = contact }, 1, "m1") is not null));
    }

    [Fact]
    public void What_a_contact_wrote_is_not_kept()
    {
        _shown.Keep(Ada, 5, View("m1") with { Inbound = true });

        Assert.Null(_shown.Find(Ada, 5, "m1"));
    }

    private static MessageView View(string id) => new()
    {
        MessageId = id, Inbound = false, Channel = Channel.WhatsApp, Number = "1", At = DateTimeOffset.UnixEpoch, ContentVersion = 1, Commitment = "c",
    };
}
