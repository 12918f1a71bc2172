using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Messages;

/// <summary>Each refusal that a sender can meet, over HTTP.</summary>
public sealed class RefusalTests(SharedProduct shared) : ProductTests(shared)
{
    private static readonly object Text = new { channel = "whatsapp", text = "Hello" };

    [Fact]
    public async Task Consent_required() => await Refused(await NewContact(), Text, 409, "consent_required");

    [Fact]
    public async Task Consent_pending()
    {
        var contact = await NewContact();
        (await (await As(Cast.Ann)).Post($"{contact.Thread}/opt-in", new { basis = "in_person" }, NewKey())).Is(HttpStatusCode.Accepted);
        await Refused(contact, Text, 409, "consent_pending");
    }

    [Fact]
    public async Task Consent_declined()
    {
        var contact = await ContactWhoWrote();
        await Writes(contact, "STOP");
        await Refused(contact, Text, 409, "consent_declined");
        (await (await As(Cast.Ann)).Post($"{contact.Thread}/opt-in", new { basis = "form" }, NewKey())).IsProblem(409, "consent_declined");
    }

    [Fact]
    public async Task Session_closed()
    {
        var contact = await ContactWhoWrote(secondsAgo: 25 * 60 * 60);
        await Refused(contact, Text, 409, "session_closed");
        var session = (await (await As(Cast.Ann)).Get($"{contact.Thread}/session")).Json;
        Assert.False((bool)session["session_open"]!);
        Assert.Equal("session_closed", (string?)session["text_refusal"]!["code"]);
        Assert.Null(session["template_refusal"]);
    }

    [Fact]
    public async Task Not_on_WhatsApp()
    {
        var contact = await NewContact(onWhatsApp: false);
        var asked = (await (await As(Cast.Ann)).Post($"{contact.Thread}/opt-in", new { basis = "form" }, NewKey())).Is(HttpStatusCode.Accepted);
        await MessageWhen(contact, (string)asked.Json["message_id"]!, "failed");
        await Refused(contact, new { channel = "whatsapp", text = "Hello", opt_in = new { basis = "form" } }, 409, "not_on_whatsapp");
    }

    [Fact]
    public async Task Template_not_approved() =>
        await Refused(await ContactWhoWrote(), Template("no_such_template"), 409, "template_not_approved");

    [Fact]
    public async Task Template_parameters()
    {
        var optIn = (string)(await (await As(Cast.Ann)).Get("/api/v1/opt-in-template")).Json["template"]!["name"]!;
        var contact = await ContactWhoWrote();
        await Refused(contact, Template(optIn, "one", "two", "three", "four"), 422, "template_parameters");
        await Refused(contact, Template(optIn, "one", "line\nbreak"), 422, "template_parameters");
    }

    [Fact]
    public async Task WhatsApp_not_enabled_for_the_person()
    {
        var contact = await ContactWhoWrote();
        (await Send(Cast.Dan, contact, Text)).IsProblem(403, "whatsapp_not_enabled");
    }

    [Fact]
    public async Task WhatsApp_not_enabled_for_the_line()
    {
        var contact = await ContactWhoWrote();
        var desk = $"/api/v1/lines/desk/threads/{contact.Id}/messages";
        (await (await As(Cast.Ann)).Post(desk, Text, NewKey())).IsProblem(403, "whatsapp_not_enabled");
    }

    [Fact]
    public async Task Not_found()
    {
        (await (await As(Cast.Ann)).Post("/api/v1/lines/sales/threads/nobody/messages", Text, NewKey())).IsProblem(404, "not_found");
        (await (await As(Cast.Ann)).Get("/api/v1/lines/nowhere/threads")).IsProblem(404, "not_found");
    }

    [Fact]
    public async Task A_refused_request_was_not_taken_and_its_key_is_free()
    {
        var contact = await NewContact();
        var key = NewKey();
        (await Send(Cast.Ann, contact, Text, key)).IsProblem(409, "consent_required");
        await Writes(contact, "Hello");
        var accepted = (await Send(Cast.Ann, contact, Text, key)).Is(HttpStatusCode.Accepted);
        Assert.Null(accepted.Header("Idempotent-Replayed"));
    }

    private static object Template(string name, params string[] parameters) =>
        new { channel = "whatsapp", template = new { name, language = "en_US", parameters } };

    private async Task Refused(Contact contact, object body, int status, string code) =>
        (await Send(Cast.Ann, contact, body)).IsProblem(status, code);
}
