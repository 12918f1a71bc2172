using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Messages;

public sealed class SmsTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task An_SMS_is_sent_after_the_notice_and_reaches_the_phone()
    {
        var contact = await NewContact(onWhatsApp: false);
        var accepted = (await Send(Cast.Ann, contact, new { channel = "sms", text = "Good morning!" })).Is(HttpStatusCode.Accepted);

        await MessageWhen(contact, (string)accepted.Json["message_id"]!, "delivered");
        var shown = await OnPhoneBySms(contact);
        Assert.Equal(2, shown.Count);
        Assert.Contains("Reply STOP", (string?)shown[0]!["body"], StringComparison.Ordinal);
        Assert.Equal("Good morning!", (string?)shown[1]!["body"]);
    }

    [Fact]
    public async Task A_text_that_did_not_reach_WhatsApp_is_sent_as_SMS_with_one_call_and_each_names_the_other()
    {
        var contact = await NewContact(onWhatsApp: false);
        var ann = await As(Cast.Ann);
        var waiting = (await Send(
            Cast.Ann, contact, new { channel = "whatsapp", text = "Welcome aboard", opt_in = new { basis = "form" } })).Is(HttpStatusCode.Accepted);
        var failed = await MessageWhen(contact, (string)waiting.Json["message_id"]!, "failed");
        Assert.Equal("not_on_whatsapp", (string?)failed["failure"]!["code"]);

        var (path, key) = ($"{contact.Thread}/messages/{failed["message_id"]}/sms", NewKey());
        var sent = (await ann.Post(path, key: key)).Is(HttpStatusCode.Accepted);
        var replay = (await ann.Post(path, key: key)).Is(HttpStatusCode.Accepted);

        Assert.Equal("true", replay.Header("Idempotent-Replayed"));
        Assert.Equal((string?)sent.Json["message_id"], (string?)replay.Json["message_id"]);
        Assert.Equal((string?)failed["message_id"], (string?)sent.Json["in_place_of"]);
        var original = (await ann.Get($"{contact.Thread}/messages/{failed["message_id"]}")).Json;
        Assert.Equal((string?)sent.Json["message_id"], (string?)original["replaced_by"]);
        await MessageWhen(contact, (string)sent.Json["message_id"]!, "delivered");
        Assert.Equal("Welcome aboard", (string?)(await OnPhoneBySms(contact))[^1]!["body"]);
        (await ann.Post(path, key: NewKey())).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task The_standing_says_on_each_channel_what_may_be_sent()
    {
        var contact = await NewContact();
        var ann = await As(Cast.Ann);

        Assert.Equal("consent_required", (string?)(await ann.Get($"{contact.Thread}/session")).Json["text_refusal"]!["code"]);
        Assert.Equal("consent_required", (string?)(await ann.Get($"{contact.Thread}/session?channel=whatsapp")).Json["text_refusal"]!["code"]);
        Assert.Null((await ann.Get($"{contact.Thread}/session?channel=sms")).Is(HttpStatusCode.OK).Json["text_refusal"]);
        Assert.Null((await ann.Get(contact.Thread)).Json["sms"]!["text_refusal"]);
        (await ann.Get($"{contact.Thread}/session?channel=fax")).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task What_SMS_can_not_do_is_refused_and_changes_nothing()
    {
        var contact = await NewContact();
        var template = new { name = "any", language = "en_US", parameters = Array.Empty<string>() };

        (await Send(Cast.Ann, contact, new { channel = "sms", text = new string('x', 1601) })).IsProblem(400, "invalid_request");
        (await Send(Cast.Ann, contact, new { channel = "sms", text = " " })).IsProblem(400, "invalid_request");
        (await Send(Cast.Ann, contact, new { channel = "sms", template })).IsProblem(400, "invalid_request");
        (await Send(Cast.Ann, contact, new { channel = "fax", text = "Hello" })).IsProblem(400, "invalid_request");
        (await Send(Cast.Ann, contact, new { channel = "sms", text = "x", opt_in = new { basis = "form" } })).IsProblem(400, "invalid_request");
        Assert.Empty((await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_line_without_an_SMS_number_says_that_SMS_is_not_switched_on()
    {
        var contact = await NewContact();
        var desk = $"/api/v1/lines/desk/threads/{contact.Id}";

        (await (await As(Cast.Ann)).Post($"{desk}/messages", new { channel = "sms", text = "Hello" }, NewKey())).IsProblem(403, "sms_not_enabled");
    }

    [Fact]
    public async Task A_number_that_takes_no_SMS_is_said_to_take_none()
    {
        var contact = await NewContact();
        (await Product.Simulator().Patch($"/control/phones/{contact.Phone}", new { landline = true })).Is(HttpStatusCode.OK);
        var id = (string)(await Send(Cast.Ann, contact, new { channel = "sms", text = "Hello" })).Is(HttpStatusCode.Accepted).Json["message_id"]!;

        Assert.Equal("not_on_sms", (string?)(await MessageWhen(contact, id, "failed"))["failure"]!["code"]);
        (await Send(Cast.Ann, contact, new { channel = "sms", text = "Hello" })).IsProblem(409, "not_on_sms");
    }

    [Fact]
    public async Task An_administrator_chooses_the_words_before_the_first_SMS()
    {
        var gus = await As(Cast.ForeignAdministrator);
        Assert.StartsWith("{{1}} will send you messages", (string?)(await gus.Get("/api/v1/organization")).Json["sms_notice"], StringComparison.Ordinal);

        var changed = (await gus.Patch("/api/v1/organization", new { sms_disclaimer = "{{1}} writes here. STOP ends it." })).Is(HttpStatusCode.OK);

        Assert.Equal("{{1}} writes here. STOP ends it.", (string?)changed.Json["sms_notice"]);
        (await gus.Patch("/api/v1/organization", new { sms_disclaimer = " " })).IsProblem(400, "invalid_request");
        (await gus.Patch("/api/v1/organization", new { sms_disclaimer = new string('x', 1001) })).IsProblem(400, "invalid_request");
    }

    private async Task<JsonArray> OnPhoneBySms(Contact contact) =>
        (await Product.Simulator().Get($"/control/phones/{contact.Phone}/sms")).Is(HttpStatusCode.OK).Json.AsArray();
}
