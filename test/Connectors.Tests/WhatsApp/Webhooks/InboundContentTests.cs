using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

/// <summary>Every type of message that a contact can send, as Meta writes it.</summary>
public sealed class InboundContentTests
{
    [Theory]
    [InlineData("image", "", MediaKind.Image)]
    [InlineData("video", "", MediaKind.Video)]
    [InlineData("audio", "", MediaKind.Audio)]
    [InlineData("audio", ",\"voice\":false", MediaKind.Audio)]
    [InlineData("audio", ",\"voice\":true", MediaKind.Voice)]
    [InlineData("voice", "", MediaKind.Voice)]
    [InlineData("document", "", MediaKind.Document)]
    [InlineData("sticker", "", MediaKind.Sticker)]
    public void A_file_is_read_with_all_that_is_said_of_it(string type, string more, MediaKind kind)
    {
        var content = Read(type, $$"""
            {"id":"1003383421387256","mime_type":"x/y","sha256":"SfInY0g=","caption":"Taj Mahal","filename":"a.pdf","animated":true,"url":"https://lookaside.example/1"{{more}}}
            """);

        var media = Assert.IsType<InboundContent.Media>(content);
        Assert.Equal(kind, media.Kind);
        Assert.Equal(
            new MediaObject("1003383421387256")
            {
                MimeType = "x/y", Sha256 = "SfInY0g=", Caption = "Taj Mahal", FileName = "a.pdf", Animated = true, Url = "https://lookaside.example/1",
            },
            media.File);
        Assert.True(content.OpensSession);
        Assert.Equal(type == "voice" ? "audio" : type, content.Type);
    }

    [Fact]
    public void A_file_may_come_with_its_id_alone_and_the_id_as_a_number() =>
        Assert.Equal(new InboundContent.Media(MediaKind.Image, new MediaObject("12")), Read("image", """{"id":12}"""));

    [Fact]
    public void A_recording_whose_id_is_that_of_a_call_is_voicemail()
    {
        Assert.True(Message("""{"id":"wacid.HBgL","from":"16505551234","timestamp":"1","type":"audio","audio":{"id":"1","voice":true}}""").IsVoicemail);
        Assert.False(Message("""{"id":"wamid.HBgL","from":"16505551234","timestamp":"1","type":"audio","audio":{"id":"1","voice":true}}""").IsVoicemail);
    }

    [Theory]
    [InlineData("""{"latitude":37.44221496582,"longitude":-122.16165924072,"name":"Philz Coffee","address":"101 Forest Ave","url":"https://philz.example/"}""")]
    [InlineData("""{"latitude":"37.44221496582","longitude":"-122.16165924072","name":"Philz Coffee","address":"101 Forest Ave","url":"https://philz.example/"}""")]
    public void A_location_is_read(string location) =>
        Assert.Equal(
            new InboundContent.Location(37.44221496582, -122.16165924072, "Philz Coffee", "101 Forest Ave", "https://philz.example/"),
            Read("location", location));

    [Fact]
    public void Contact_cards_are_read_with_numbers_addresses_and_company()
    {
        var cards = Assert.IsType<InboundContent.Contacts>(Read("contacts", """
            [{"name":{"first_name":"Lucía","formatted_name":"Lucía Gómez"},"org":{"company":"Acme"},
              "phones":[{"phone":"+1 (983) 555-2319","wa_id":"19835552319","type":"MOBILE"},{"wa_id":"19835552320"},{}],
              "emails":[{"email":"lucia@acme.example","type":"WORK"}]},
             {"name":{"first_name":"Ann","last_name":"Lee"},"origin":"contact_request"},{}]
            """)).Cards;

        Assert.Equal(["Lucía Gómez", "Ann Lee", ""], cards.Select(card => card.Name));
        Assert.Equal(
            [new SharedPhone("+1 (983) 555-2319", "+19835552319", "MOBILE"), new SharedPhone("+19835552320", "+19835552320", null)], cards[0].Phones);
        Assert.Equal(["lucia@acme.example"], cards[0].Emails);
        Assert.Equal("Acme", cards[0].Company);
        Assert.Equal([false, true, false], cards.Select(card => card.OnRequest));
    }

    [Theory]
    [InlineData("""{"type":"list_reply","list_reply":{"id":"express","title":"Express","description":"2 days"}}""", "2 days")]
    [InlineData("""{"type":"list_reply","list_reply":{"id":"express","title":"Express"}}""", null)]
    public void A_choice_from_a_list_is_read(string reply, string? description) =>
        Assert.Equal(new InboundContent.ListReply("express", "Express", description), Read("interactive", reply));

    [Theory]
    [InlineData("\"{\\\"a\\\":1}\"", "{\"a\":1}")]
    [InlineData("\"[1,2]\"", "[1,2]")]
    [InlineData("\"no JSON\"", "no JSON")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("null", null)]
    public void A_form_that_was_filled_in_is_kept_as_it_is_whatever_it_holds(string response, string? read) =>
        Assert.Equal(
            new InboundContent.FlowReply("flow", "Sent", read),
            Read("interactive", $$$"""{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":{{{response}}}}}"""));

    [Theory]
    [InlineData("\"accept\",\"expiration_timestamp\":\"1750096325\"", true, 1750096325L)]
    [InlineData("\"accept\",\"expiration_timestamp\":1750096325", true, 1750096325L)]
    [InlineData("\"reject\"", false, null)]
    public void The_answer_to_a_wish_to_call_is_read(string response, bool accepted, long? until) =>
        Assert.Equal(
            new InboundContent.CallPermissionReply(accepted, until is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null, "user_action"),
            Read("interactive", $$$"""{"type":"call_permission_reply","call_permission_reply":{"response":{{{response}}},"response_source":"user_action"}}"""));

    [Theory]
    [InlineData("""{"message_id":"wamid.1","emoji":"👍"}""", "👍")]
    [InlineData("""{"message_id":"wamid.1","emoji":""}""", null)]
    [InlineData("""{"message_id":"wamid.1"}""", null)]
    public void A_reaction_and_its_removal_are_read(string reaction, string? emoji) =>
        Assert.Equal(new InboundContent.Reaction("wamid.1", emoji), Read("reaction", reaction));

    [Fact]
    public void An_order_is_read_with_quantities_as_number_and_as_text()
    {
        var order = Assert.IsType<InboundContent.Order>(Read("order", """
            {"catalog_id":"194836987003835","text":"gift wrap","product_items":[
              {"product_retailer_id":"di9","quantity":2,"item_price":30,"currency":"USD"},
              {"product_retailer_id":"nqr","quantity":"1","item_price":"25.50","currency":"USD"},{"quantity":"many"}]}
            """));

        Assert.Equal(("194836987003835", "gift wrap"), (order.CatalogId, order.Note));
        Assert.Equal(
            [new OrderItem("di9", 2, "30", "USD"), new OrderItem("nqr", 1, "25.50", "USD"), new OrderItem("", null, null, null)], order.Items);
    }

    [Theory]
    [InlineData("""{"body":"b","wa_id":"12195555358","type":"user_changed_number"}""", "user_changed_number", "+12195555358", null)]
    [InlineData("""{"body":"b","new_wa_id":"12195555358","type":"user_changed_number"}""", "user_changed_number", "+12195555358", null)]
    [InlineData("""{"body":"b","user_id":"US.2","parent_user_id":"US.ENT.2","type":"user_changed_user_id"}""", "user_changed_user_id", null, "US.2")]
    [InlineData("""{"body":"b","type":"customer_identity_changed","identity":{"hash":"x"}}""", "customer_identity_changed", null, null)]
    public void News_of_the_contacts_account_are_read(string system, string news, string? phone, string? userId)
    {
        var read = Assert.IsType<InboundContent.System>(Read("system", system));

        Assert.Equal((news, "b", phone, userId), (read.News, read.Body, read.Phone, read.UserId));
        Assert.Equal(userId is null ? null : "US.ENT.2", read.ParentUserId);
    }

    [Fact]
    public void An_edit_holds_the_message_as_it_is_now() =>
        Assert.Equal(
            new InboundContent.Edit("wamid.0", new InboundContent.Text("better")),
            Read("edit", """{"original_message_id":"wamid.0","message":{"type":"text","text":{"body":"better"}}}"""));

    [Fact]
    public void An_edit_within_an_edit_says_nothing_more() =>
        Assert.Equal(
            new InboundContent.Edit("wamid.0", new InboundContent.Other("edit")),
            Read("edit", """
                {"original_message_id":"wamid.0","message":{"type":"edit","edit":{"original_message_id":"wamid.1","message":{"type":"text","text":{"body":"x"}}}}}
                """));

    [Fact]
    public void A_deletion_names_the_message() =>
        Assert.Equal(new InboundContent.Revoke("wamid.0"), Read("revoke", """{"original_message_id":"wamid.0"}"""));

    [Fact]
    public void What_Meta_does_not_pass_on_is_read_with_its_kind_and_reason() =>
        Assert.Equal(
            new InboundContent.Unsupported("poll_creation", new GraphError(131051, "Message type is currently not supported.")),
            Message("""
                {"from":"16505551234","id":"wamid.1","timestamp":"1","type":"unsupported","unsupported":{"type":"poll_creation"},
                 "errors":[{"code":131051,"title":"Message type unknown","error_data":{"details":"Message type is currently not supported."}}]}
                """).Content);

    [Fact]
    public void A_chat_that_was_opened_is_told() =>
        Assert.Equal(new InboundContent.RequestWelcome(), Message("""{"from":"16505551234","id":"wamid.1","timestamp":"1","type":"request_welcome"}""").Content);

    [Fact]
    public void An_interactive_reply_without_a_body_tells_its_error() =>
        Assert.Equal(
            new InboundContent.Other("interactive", new GraphError(131000, "Unsupported webhook payload")),
            Message("""
                {"from":"16505551234","id":"wamid.1","timestamp":"1","type":"interactive","errors":[{"code":131000,"title":"Unsupported webhook payload"}]}
                """).Content);

    [Theory]
    [InlineData("image", "{}")]
    [InlineData("image", """{"id":"../1"}""")]
    [InlineData("location", """{"latitude":"north","longitude":1}""")]
    [InlineData("location", """{"latitude":91,"longitude":1}""")]
    [InlineData("location", """{"latitude":1e999,"longitude":1}""")]
    [InlineData("contacts", "[]")]
    [InlineData("contacts", """{"name":{}}""")]
    [InlineData("reaction", """{"emoji":"👍"}""")]
    [InlineData("order", """{"catalog_id":"1"}""")]
    [InlineData("system", "7")]
    [InlineData("edit", """{"message":{"type":"text","text":{"body":"x"}}}""")]
    [InlineData("edit", """{"original_message_id":"wamid.0"}""")]
    [InlineData("revoke", "{}")]
    public void Content_without_what_makes_it_up_is_a_message_all_the_same(string type, string content) =>
        Assert.Equal(new InboundContent.Other(type), Read(type, content));

    [Fact]
    public void A_message_tells_that_it_was_forwarded_what_product_it_asks_about_and_from_which_advertisement_it_came()
    {
        var message = Message("""
            {"from":"16505551234","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"x"},
             "context":{"forwarded":true,"referred_product":{"catalog_id":"19","product_retailer_id":"di9"}},
             "referral":{"source_url":"https://fb.example/3","source_id":"120","source_type":"ad","headline":"Chat","body":"Hello","ctwa_clid":"Aff"}}
            """);

        Assert.Equal(Forwarding.Forwarded, message.Forwarding);
        Assert.Equal(new ReferredProduct("19", "di9"), message.Product);
        Assert.Equal(new AdReferral("https://fb.example/3", "120", "ad", "Chat", "Hello", "Aff"), message.Referral);
        Assert.Equal(Forwarding.Often, Message("""
            {"from":"16505551234","id":"wamid.1","timestamp":"1","type":"text","text":{"body":"x"},"context":{"frequently_forwarded":true}}
            """).Forwarding);
    }

    private static InboundContent Read(string type, string content) => Message($$"""
        {"from":"16505551234","id":"wamid.1","timestamp":"1749416383","type":"{{type}}","{{type}}":{{content}}}
        """).Content;

    private static InboundMessage Message(string message) => Assert.IsType<InboundMessage>(Webhook.Message(message));
}
