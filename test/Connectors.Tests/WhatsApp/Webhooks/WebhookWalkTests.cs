using System.Text;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class WebhookWalkTests
{
    [Fact]
    public void Every_item_of_every_change_of_every_entry_is_found_in_order()
    {
        var value = $$"""{"metadata":{"phone_number_id":"1"},"messages":[{{Webhook.Text}},7],"statuses":[{{Webhook.Delivered}}],"errors":[{"code":131000}]}""";
        var change = $$"""{"field":"messages","value":{{value}}}""";
        var body = $$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{change}},{{change}}]},{"id":"2","changes":[{{change}}]}]}""";

        var items = Webhook.Parse(body);

        Type[] one = [typeof(InboundMessage), typeof(UnhandledItem), typeof(MessageStatus), typeof(UnhandledItem)];
        Assert.Equal([.. one, .. one, .. one], items.Select(item => item.GetType()));
    }

    [Theory]
    [InlineData("", UnhandledReason.NotJson)]
    [InlineData("not json", UnhandledReason.NotJson)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[""", UnhandledReason.NotJson)]
    [InlineData("null", UnhandledReason.UnknownObject)]
    [InlineData("[]", UnhandledReason.UnknownObject)]
    [InlineData("""{"object":"page","entry":[{}]}""", UnhandledReason.UnknownObject)]
    [InlineData("""{"object":"whatsapp_business_account"}""", UnhandledReason.Empty)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[]}""", UnhandledReason.Empty)]
    [InlineData("""{"object":"whatsapp_business_account","entry":{}}""", UnhandledReason.Malformed)]
    public void A_body_that_says_nothing_is_kept_whole(string body, string reason)
    {
        var item = Assert.IsType<UnhandledItem>(Assert.Single(Webhook.Parse(body)));

        Assert.Equal(reason, item.Reason);
        Assert.Equal(body, item.RawText());
        Assert.Equal(body, Encoding.UTF8.GetString(item.ToWebhook()));
    }

    [Theory]
    [InlineData("7", UnhandledReason.Malformed)]
    [InlineData("{}", UnhandledReason.Empty)]
    [InlineData("""{"id":"1","changes":[]}""", UnhandledReason.Empty)]
    [InlineData("""{"id":"1","changes":7}""", UnhandledReason.Malformed)]
    public void An_entry_that_says_nothing_is_kept(string entry, string reason)
    {
        var item = Assert.IsType<UnhandledItem>(Assert.Single(
            Webhook.Parse($$"""{"object":"whatsapp_business_account","entry":[{{entry}}]}""")));

        Assert.Equal(reason, item.Reason);
        Assert.Equal(entry, item.RawText());
    }

    [Theory]
    [InlineData("7", UnhandledReason.Malformed)]
    [InlineData("{}", UnhandledReason.Empty)]
    [InlineData("""{"field":"messages"}""", UnhandledReason.Empty)]
    [InlineData("""{"field":"messages","value":null}""", UnhandledReason.Malformed)]
    [InlineData("""{"field":"messages","value":{}}""", UnhandledReason.Empty)]
    [InlineData("""{"field":"messages","value":{"metadata":{"phone_number_id":"1"},"contacts":[{"wa_id":"1"}]}}""", UnhandledReason.Empty)]
    [InlineData("""{"field":"hologram_update","value":{"event":"DISABLED_UPDATE"}}""", UnhandledReason.UnknownField)]
    [InlineData("""{"field":"hologram_update","value":7}""", UnhandledReason.UnknownField)]
    [InlineData("""{"field":7,"value":{}}""", UnhandledReason.UnknownField)]
    public void A_change_that_is_not_understood_is_kept(string change, string reason)
    {
        var item = Assert.IsType<UnhandledItem>(Assert.Single(
            Webhook.Parse($$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{change}}]}]}""")));

        Assert.Equal(reason, item.Reason);
        Assert.Equal(change, item.RawText());
    }

    [Fact]
    public void An_unknown_field_tells_the_number_that_it_concerns() =>
        Assert.Equal("12", Assert.IsType<UnhandledItem>(Assert.Single(Webhook.Parse(Webhook.Change("""
            "field":"holograms","value":{"metadata":{"phone_number_id":"12"},"holograms":[]}
            """)))).PhoneNumberId);

    [Theory]
    [InlineData("\"holograms\":[{\"action_type\":\"shown\"}]", UnhandledReason.UnknownMember)]
    [InlineData("\"user_actions\":[{\"action_type\":\"marketing_messages_link_click\"}]", UnhandledReason.NotUsed)]
    [InlineData("\"messages\":7", UnhandledReason.Malformed)]
    [InlineData("\"messages\":[[]]", UnhandledReason.Malformed)]
    [InlineData("\"errors\":[{\"code\":131000}]", UnhandledReason.ProviderError)]
    public void A_part_that_is_not_understood_is_kept_beside_the_parts_that_are(string member, string reason)
    {
        var items = Webhook.Parse(Webhook.Value($$"""
            {{member}},"statuses":[{{Webhook.Delivered}}]
            """));

        Assert.Equal(2, items.Count);
        var kept = Assert.Single(items.OfType<UnhandledItem>());
        Assert.Equal((reason, Webhook.Number), (kept.Reason, kept.PhoneNumberId));
        Assert.Single(items.OfType<MessageStatus>());
    }

    [Fact]
    public void A_mere_attribute_that_Meta_adds_is_not_an_item() =>
        Assert.IsType<MessageStatus>(Assert.Single(Webhook.Parse(Webhook.Value($$"""
            "api_version":"v99.0","statuses":[{{Webhook.Delivered}}]
            """))));

    [Fact]
    public void Items_of_an_unnamed_number_are_kept()
    {
        var items = Webhook.Parse(Webhook.Change($$"""
            "field":"messages","value":{"messages":[{{Webhook.Text}}],"statuses":[{{Webhook.Delivered}}]}
            """));

        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.Equal(UnhandledReason.NoPhoneNumberId, Assert.IsType<UnhandledItem>(item).Reason));
    }

    [Fact]
    public void Of_a_list_that_comes_twice_both_are_read() =>
        Assert.Equal(2, Webhook.Parse(Webhook.Value($$"""
            "messages":[{{Webhook.Text}}],"messages":[{{Webhook.Text}}]
            """)).OfType<InboundMessage>().Count());

    [Fact]
    public void An_item_nested_too_deeply_to_make_sense_keeps_no_other_from_being_read()
    {
        var deep = new string('[', 500) + new string(']', 500);
        var items = Webhook.Parse(Webhook.Value($$"""
            "messages":[{{deep}},{{Webhook.Text}}]
            """));

        Assert.Equal(deep, Assert.IsType<UnhandledItem>(items[0]).RawText());
        Assert.IsType<InboundMessage>(items[1]);
    }

    [Fact]
    public void A_name_that_is_not_Unicode_is_kept_with_what_it_belongs_to()
    {
        var bad = """{"\ud83d":1,"from":"16505551234","id":"wamid.bad","timestamp":"1749416383","type":"text"}""";
        var items = Webhook.Parse(Webhook.Value($$"""
            "messages":[{{bad}},{{Webhook.Text}}]
            """));

        Assert.Contains(items, item => item.RawText() == bad);
        Assert.Contains(items, item => item is InboundMessage { Wamid: "wamid.text" });
    }

    [Theory]
    [InlineData("\"contacts\":[{\"wa_id\":\"1\"},{\"wa_id\":\"16505551234\",\"user_id\":\"US.9\"}],\"messages\":[{\"from\":\"16505551234\",\"id\":\"a\",\"timestamp\":1,\"type\":\"text\",\"text\":{\"body\":\"x\"}},{\"id\":\"b\"}]")]
    [InlineData("\"statuses\":[{\"id\":\"a\",\"status\":\"read\",\"timestamp\":1},{\"status\":\"read\"}],\"errors\":[{\"code\":1}]")]
    [InlineData("\"user_actions\":[1],\"messages\":{}")]
    public void An_item_kept_alone_is_read_again_as_the_same(string members)
    {
        var items = Webhook.Parse(Webhook.Value(members));

        Assert.True(items.Count >= 2);
        Assert.All(items, AssertReadAgain);
    }

    internal static void AssertReadAgain(WebhookItem item)
    {
        var again = Assert.Single(WebhookParser.Parse(item.ToWebhook()));
        Assert.Equal(item.GetType(), again.GetType());
        Assert.Equal(item.RawText(), again.RawText());
        Assert.Equal((item as UnhandledItem)?.Reason, (again as UnhandledItem)?.Reason);
        Assert.Equal((item as UnhandledItem)?.PhoneNumberId, (again as UnhandledItem)?.PhoneNumberId);
        Assert.Equal((item as InboundMessage)?.FromUserId, (again as InboundMessage)?.FromUserId);
        Assert.Equal((item as InboundMessage)?.FromPhone, (again as InboundMessage)?.FromPhone);
        Assert.Equal((item as InboundMessage)?.ProfileName, (again as InboundMessage)?.ProfileName);
        Assert.Equal(item.ToWebhook(), again.ToWebhook());
    }
}
