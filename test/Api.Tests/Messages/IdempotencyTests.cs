using System.Net;
using System.Text;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Messages;

public sealed class IdempotencyTests(SharedProduct shared) : ProductTests(shared)
{
    private static readonly object Hello = new { channel = "whatsapp", text = "Hello" };

    [Fact]
    public async Task The_same_request_again_is_answered_like_the_first_and_sent_once()
    {
        var contact = await ContactWhoWrote();
        var key = NewKey();
        var first = (await Send(Cast.Ann, contact, Hello, key)).Is(HttpStatusCode.Accepted);
        var second = (await Send(Cast.Ann, contact, Hello, key)).Is(HttpStatusCode.Accepted);

        Assert.Equal((string?)first.Json["message_id"], (string?)second.Json["message_id"]);
        Assert.Equal(first.Header("Location"), second.Header("Location"));
        Assert.Null(first.Header("Idempotent-Replayed"));
        Assert.Equal("true", second.Header("Idempotent-Replayed"));
        await AssertSentOnce(contact);
    }

    [Fact]
    public async Task Spaces_and_order_make_no_other_request()
    {
        var contact = await ContactWhoWrote();
        var key = NewKey();
        (await Send(Cast.Ann, contact, Hello, key)).Is(HttpStatusCode.Accepted);
        var body = new StringContent("""{ "text" : "H\u0065llo",  "channel":"whatsapp" }""", Encoding.UTF8, "application/json");
        var again = await (await As(Cast.Ann)).Call(HttpMethod.Post, $"{contact.Thread}/messages", body, key);
        Assert.Equal("true", again.Is(HttpStatusCode.Accepted).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Many_at_once_send_one_message()
    {
        var contact = await ContactWhoWrote();
        var key = NewKey();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Send(Cast.Ann, contact, Hello, key)));
        Assert.All(answers, answer => answer.Is(HttpStatusCode.Accepted));
        Assert.Single(answers.Select(answer => (string?)answer.Json["message_id"]).Distinct());
        await AssertSentOnce(contact);
    }

    [Fact]
    public async Task The_same_key_for_another_text_is_a_conflict()
    {
        var contact = await ContactWhoWrote();
        var key = NewKey();
        (await Send(Cast.Ann, contact, Hello, key)).Is(HttpStatusCode.Accepted);
        (await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Goodbye" }, key)).IsProblem(409, "idempotency_conflict");
        await AssertSentOnce(contact);
    }

    [Fact]
    public async Task The_same_key_for_another_contact_is_a_conflict()
    {
        var (one, other) = (await ContactWhoWrote(), await ContactWhoWrote());
        var key = NewKey();
        (await Send(Cast.Ann, one, Hello, key)).Is(HttpStatusCode.Accepted);
        (await Send(Cast.Ann, other, Hello, key)).IsProblem(409, "idempotency_conflict");
    }

    [Fact]
    public async Task The_same_key_for_another_act_is_a_conflict()
    {
        var contact = await ContactWhoWrote();
        var key = NewKey();
        var id = (string)(await Send(Cast.Ann, contact, Hello, key)).Json["message_id"]!;
        (await (await As(Cast.Ann)).Post($"{contact.Thread}/messages/{id}/retry", key: key)).IsProblem(409, "idempotency_conflict");
    }

    private async Task AssertSentOnce(Contact contact)
    {
        var messages = (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]!.AsArray();
        Assert.Single(messages, message => (string?)message!["direction"] == "out");
    }
}
