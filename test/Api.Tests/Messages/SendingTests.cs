using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Messages;

public sealed class SendingTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task A_message_is_there_as_soon_as_it_has_been_accepted_and_reaches_the_phone()
    {
        var contact = await ContactWhoWrote();
        var accepted = (await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Good morning!" })).Is(HttpStatusCode.Accepted);
        var id = (string)accepted.Json["message_id"]!;

        Assert.Equal($"{contact.Thread}/messages/{id}", accepted.Header("Location"));
        var ann = await As(Cast.Ann);
        Assert.Equal("Good morning!", (string?)(await ann.Get(accepted.Header("Location")!)).Is(HttpStatusCode.OK).Json["text"]);
        Assert.Equal(id, (string?)(await ann.Get($"{contact.Thread}/messages")).Json["items"]![0]!["message_id"]);

        var delivered = await MessageWhen(contact, id, "delivered", "read");
        Assert.Equal("ann", (string?)delivered["author"]);
        Assert.NotNull(delivered["provider_message_id"]);
        var shown = await OnPhone(contact, message => (string?)message["from"] == "business");
        Assert.Equal("Good morning!", (string?)shown["body"]);
    }

    [Theory]
    [InlineData("é", 4096)]
    [InlineData("🙂", 2048)]
    public async Task The_longest_text_is_sent(string character, int count)
    {
        var contact = await ContactWhoWrote();
        var text = string.Concat(Enumerable.Repeat(character, count));
        (await Send(Cast.Ann, contact, new { channel = "whatsapp", text })).Is(HttpStatusCode.Accepted);
        Assert.Equal(text, (string?)(await OnPhone(contact, message => (string?)message["from"] == "business"))["body"]);
    }

    [Fact]
    public async Task The_first_message_waits_for_consent_and_goes_out_by_itself()
    {
        var contact = await NewContact();
        var waiting = (await Send(
            Cast.Ann, contact, new { channel = "whatsapp", text = "Welcome aboard", opt_in = new { basis = "existing_client" } })).Is(HttpStatusCode.Accepted);
        Assert.Equal("waiting", (string?)waiting.Json["status"]);
        Assert.Equal("asked", await Consent(contact));

        var request = await OnPhone(contact, message => message["buttons"]!.AsArray().Count == 2);
        (await Product.Simulator().Post($"/control/phones/{contact.Phone}/inbox/{request["id"]}/tap", new { button = "Yes" })).Is(HttpStatusCode.OK);

        await MessageWhen(contact, (string)waiting.Json["message_id"]!, "sent", "delivered", "read");
        Assert.Equal("granted", await Consent(contact));

        var evidence = (await (await As(Cast.Compliance)).Get($"{contact.Thread}/opt-in")).Is(HttpStatusCode.OK).Json.AsArray();
        Assert.Equal(["asked", "given"], evidence.Select(step => (string)step!["step"]!));
        Assert.Equal("existing_client", (string?)evidence[0]!["basis"]);
        Assert.Equal("ann", (string?)evidence[0]!["author"]);
        Assert.Contains("Northwind Bank", (string)evidence[0]!["text"]!, StringComparison.Ordinal);
        Assert.Equal("button", (string?)evidence[1]!["by"]);
        Assert.Equal("Yes", (string?)evidence[1]!["text"]);
        Assert.NotNull(evidence[1]!["provider_message_id"]);
    }

    [Fact]
    public async Task The_opt_in_request_alone_is_sent_and_not_repeated_too_soon()
    {
        var contact = await NewContact();
        var ann = await As(Cast.Ann);
        var asked = (await ann.Post($"{contact.Thread}/opt-in", new { basis = "form" }, NewKey())).Is(HttpStatusCode.Accepted);
        Assert.Equal("opt_in_request", (string?)asked.Json["kind"]);
        (await ann.Post($"{contact.Thread}/opt-in", new { basis = "form" }, NewKey())).IsProblem(409, "consent_pending");
    }

    [Fact]
    public async Task There_is_nothing_to_ask_who_has_agreed()
    {
        var contact = await ContactWhoWrote();
        (await (await As(Cast.Ann)).Post($"{contact.Thread}/opt-in", new { basis = "form" }, NewKey())).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_message_that_failed_says_why_and_can_be_sent_again()
    {
        var contact = await ContactWhoWrote();
        (await Product.Simulator().Post("/control/faults", new { kind = "failMessage", code = 131026 })).Is(HttpStatusCode.OK);
        var id = (string)(await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Hello" })).Is(HttpStatusCode.Accepted).Json["message_id"]!;
        var failed = await MessageWhen(contact, id, "failed");
        Assert.Equal("not_on_whatsapp", (string?)failed["failure"]!["code"]);
        Assert.NotEmpty((string)failed["failure"]!["message"]!);

        // The contact writes, so there is no doubt any more that WhatsApp reaches the phone.
        await Writes(contact, "I am here");
        var key = NewKey();
        var ann = await As(Cast.Ann);
        (await ann.Post($"{contact.Thread}/messages/{id}/retry", key: key)).Is(HttpStatusCode.Accepted);
        var replay = (await ann.Post($"{contact.Thread}/messages/{id}/retry", key: key)).Is(HttpStatusCode.Accepted);
        Assert.Equal("true", replay.Header("Idempotent-Replayed"));
        var sent = await MessageWhen(contact, id, "delivered", "read");
        Assert.Equal(2, (int)sent["attempts"]!);
    }

    [Fact]
    public async Task A_message_that_was_sent_is_not_sent_again()
    {
        var contact = await ContactWhoWrote();
        var id = (string)(await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Hello" })).Json["message_id"]!;
        await MessageWhen(contact, id, "delivered", "read");
        (await (await As(Cast.Ann)).Post($"{contact.Thread}/messages/{id}/retry", key: NewKey())).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task Buttons_and_a_quotation_reach_the_phone_and_the_tap_comes_back_with_the_buttons_id()
    {
        var contact = await ContactWhoWrote("When shall we meet?");
        var asked = (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]![0]!;
        var body = new
        {
            channel = "whatsapp",
            text = "How about these?",
            reply_to = (string)asked["message_id"]!,
            buttons = new object[] { new { title = "Monday", id = "mon" }, new { title = "Friday" } },
        };

        var id = (string)(await Send(Cast.Ann, contact, body)).Is(HttpStatusCode.Accepted).Json["message_id"]!;

        var shown = await OnPhone(contact, message => (string?)message["body"] == "How about these?");
        Assert.Equal((string?)asked["provider_message_id"], (string?)shown["replyTo"]);
        foreach (var (title, button) in ((string, string)[])[("Monday", "mon"), ("Friday", "Friday")])
        {
            (await Product.Simulator().Post($"/control/phones/{contact.Phone}/inbox/{shown["id"]}/tap", new { button = title })).Is(HttpStatusCode.OK);
            var answer = await Eventually.Get(
                "the answer",
                async () => (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]!.AsArray()
                    .FirstOrDefault(message => (string?)message!["text"] == title));
            Assert.Equal((button, (string?)shown["id"]), ((string?)answer["button_id"], (string?)answer["in_reply_to"]));
        }

        Assert.Equal((string?)asked["provider_message_id"], (string?)(await MessageWhen(contact, id, "delivered", "read"))["in_reply_to"]);
    }

    [Fact]
    public async Task A_contact_sees_that_its_message_was_read_unless_it_shall_not()
    {
        var contact = await ContactWhoWrote("Are you there?");
        var ann = await As(Cast.Ann);
        var place = (long)(await ann.Get($"{contact.Thread}/messages")).Json["items"]![0]!["place"]!;

        (await ann.Post($"{contact.Thread}/read", new { place, show_contact = false })).Is(HttpStatusCode.NoContent);
        (await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Yes" })).Is(HttpStatusCode.Accepted);
        await OnPhone(contact, message => (string?)message["body"] == "Yes");
        Assert.False((bool)(await OnPhone(contact, message => (string?)message["body"] == "Are you there?"))["read"]!);

        (await ann.Post($"{contact.Thread}/read", new { place })).Is(HttpStatusCode.NoContent);
        await OnPhone(contact, message => (string?)message["body"] == "Are you there?" && (bool)message["read"]!);
    }

    [Fact]
    public async Task Typing_shows_as_well_that_what_came_before_was_read()
    {
        var contact = await ContactWhoWrote("Are you there?");

        (await (await As(Cast.Ann)).Post($"{contact.Thread}/typing")).Is(HttpStatusCode.NoContent);

        await OnPhone(contact, message => (string?)message["body"] == "Are you there?" && (bool)message["read"]!);
    }

    [Fact]
    public async Task Messages_are_read_page_by_page_newest_first()
    {
        var contact = await ContactWhoWrote("1");
        foreach (var text in (string[])["2", "3", "4", "5"])
        {
            await Writes(contact, text);
        }

        var ann = await As(Cast.Ann);
        List<string> texts = [];
        for (string? next = ""; next is not null;)
        {
            var page = (await ann.Get($"{contact.Thread}/messages?limit=2{(next.Length > 0 ? $"&before={next}" : "")}")).Is(HttpStatusCode.OK).Json;
            Assert.InRange(page["items"]!.AsArray().Count, 0, 2);
            texts.AddRange(page["items"]!.AsArray().Select(message => (string)message!["text"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(["5", "4", "3", "2", "1"], texts);
    }

    [Fact]
    public async Task A_message_of_another_thread_is_not_found_here()
    {
        var (one, other) = (await ContactWhoWrote(), await ContactWhoWrote());
        var ann = await As(Cast.Ann);
        var id = (string)(await ann.Get($"{one.Thread}/messages")).Json["items"]![0]!["message_id"]!;
        (await ann.Get($"{other.Thread}/messages/{id}")).IsProblem(404, "not_found");
        (await ann.Post($"{other.Thread}/messages/{id}/retry", key: NewKey())).IsProblem(404, "not_found");
    }

    private async Task<string?> Consent(Contact contact) =>
        (string?)(await (await As(Cast.Ann)).Get($"{contact.Thread}/session")).Is(HttpStatusCode.OK).Json["consent"];
}
