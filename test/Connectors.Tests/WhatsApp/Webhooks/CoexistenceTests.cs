using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Coexistence;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class CoexistenceTests
{
    [Fact]
    public void A_message_sent_out_of_the_app_names_its_recipient()
    {
        var echo = Assert.IsType<MessageEcho>(Assert.Single(Read("smb_message_echoes", """
            "message_echoes":[{"from":"15550783881","to":"16505551234","to_user_id":"US.1349","id":"wamid.e","timestamp":"1749416383","type":"text","text":{"body":"From my phone"}}]
            """)));

        Assert.Equal((Webhook.Number, "wamid.e", "+16505551234", "US.1349"), (echo.PhoneNumberId, echo.Wamid, echo.ToPhone, echo.ToUserId));
        Assert.Equal(new InboundContent.Text("From my phone"), echo.Content);
    }

    [Fact]
    public void An_echo_to_nobody_is_kept() =>
        Assert.Equal(UnhandledReason.NoSender, Assert.IsType<UnhandledItem>(Assert.Single(Read("smb_message_echoes", """
            "message_echoes":[{"from":"15550783881","id":"wamid.e","timestamp":"1749416383","type":"text","text":{"body":"x"}}]
            """))).Reason);

    [Fact]
    public void Every_message_of_every_thread_of_the_history_is_read_either_way()
    {
        var items = Read("history", """
            "history":[{"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[
              {"id":"16505551234","context":{"user_id":"US.1349"},"messages":[
                {"from":"16505551234","id":"wamid.a","timestamp":"1","type":"text","text":{"body":"in"},"history_context":{"status":"READ"}},
                {"from":"15550783881","to":"16505551234","id":"wamid.b","timestamp":"2","type":"text","text":{"body":"out"},"history_context":{"status":"DELIVERED"}},
                {"from":"16505551234","id":"wamid.c","timestamp":"3","type":"media_placeholder"}]},
              {"id":"16505559999","messages":[{"from":"16505559999","timestamp":"4"}]}]}]
            """);

        var messages = items.OfType<HistoryMessage>().ToList();
        Assert.Equal(["wamid.a", "wamid.b", "wamid.c"], messages.Select(message => message.Wamid));
        Assert.Equal([true, false, true], messages.Select(message => message.FromContact));
        Assert.All(messages, message => Assert.Equal(("+16505551234", "US.1349"), (message.Phone, message.UserId)));
        Assert.Equal(new InboundContent.Other("media_placeholder"), messages[2].Content);
        Assert.Equal(UnhandledReason.Malformed, Assert.Single(items.OfType<UnhandledItem>()).Reason);
    }

    [Fact]
    public void That_the_history_is_not_shared_is_kept() =>
        Assert.Equal(UnhandledReason.ProviderError, Assert.IsType<UnhandledItem>(Assert.Single(Read("history", """
            "history":[{"errors":[{"code":2593109,"title":"History sync is turned off"}]}]
            """))).Reason);

    [Theory]
    [InlineData("add", false)]
    [InlineData("remove", true)]
    public void An_entry_of_the_address_book_is_read(string action, bool removed)
    {
        var entry = Assert.IsType<AddressBookEntry>(Assert.Single(Read("smb_app_state_sync", $$$"""
            "state_sync":[{"type":"contact","contact":{"full_name":"Pablo Morales","first_name":"Pablo","phone_number":"16505551234","user_id":"US.1349"},
              "action":"{{{action}}}","metadata":{"timestamp":"1749416383"}}]
            """)));

        Assert.Equal(("+16505551234", "US.1349", "Pablo Morales", removed), (entry.Phone, entry.UserId, entry.Name, entry.Removed));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1749416383), entry.Timestamp);
    }

    private static IReadOnlyList<WebhookItem> Read(string field, string members)
    {
        var items = Webhook.Parse(Webhook.Value(members, field));
        Assert.All(items, WebhookWalkTests.AssertReadAgain);
        return items;
    }
}
