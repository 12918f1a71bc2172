using System.Net.Http.Headers;
using System.Text;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Problems;

/// <summary>Whatever is sent, the answer is a problem in words, and nothing has changed.</summary>
public sealed class BadInputTests(SharedProduct shared) : ProductTests(shared)
{
    private const int LongestText = 4096;

    public static TheoryData<string, string> Bodies => new()
    {
        { "no JSON", "hello" },
        { "cut off", """{"channel":"whatsapp","text":"He""" },
        { "empty", "" },
        { "null", "null" },
        { "an array", "[]" },
        { "a number as text", """{"channel":"whatsapp","text":7}""" },
        { "a text as template", """{"channel":"whatsapp","template":"hello"}""" },
        { "an unknown channel", """{"channel":"pigeon","text":"Hello"}""" },
        { "a channel as a number", """{"channel":0,"text":"Hello"}""" },
        { "no channel", """{"text":"Hello"}""" },
        { "neither text nor template", """{"channel":"whatsapp"}""" },
        { "both text and template", """{"channel":"whatsapp","text":"Hello","template":{"name":"a","language":"en"}}""" },
        { "an empty text", """{"channel":"whatsapp","text":""}""" },
        { "nothing but spaces", """{"channel":"whatsapp","text":"  \n "}""" },
        { "an unknown property", """{"channel":"whatsapp","text":"Hello","colour":"red"}""" },
        { "another case", """{"Channel":"whatsapp","text":"Hello"}""" },
        { "a doubled property", """{"channel":"whatsapp","text":"Hello","text":"Goodbye"}""" },
        { "a template without a name", """{"channel":"whatsapp","template":{"language":"en"}}""" },
        { "an unknown basis", """{"channel":"whatsapp","text":"Hello","opt_in":{"basis":"hearsay"}}""" },
        { "half a character", """{"channel":"whatsapp","text":"\ud83d"}""" },
        { "too long a text", $$"""{"channel":"whatsapp","text":"{{new string('x', LongestText + 1)}}"}""" },
        { "too deep", string.Concat(Enumerable.Repeat("""{"template":""", 200)) + "1" + new string('}', 200) },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_makes_no_sense_is_refused_and_nothing_is_sent(string what, string body)
    {
        var contact = await ContactWhoWrote();
        var answer = await Post(contact, new StringContent(body, Encoding.UTF8, "application/json"));
        answer.IsProblem(400, "invalid_request");
        Assert.False(string.IsNullOrEmpty(what));

        var messages = (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]!.AsArray();
        Assert.Equal("in", (string?)Assert.Single(messages)!["direction"]);
    }

    [Fact]
    public async Task The_longest_text_is_sent()
    {
        var contact = await ContactWhoWrote();
        var text = string.Concat(Enumerable.Repeat("é", LongestText));
        (await Send(Cast.Ann, contact, new { channel = "whatsapp", text })).Is(System.Net.HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        var contact = await ContactWhoWrote();
        byte[] body = [.. Encoding.ASCII.GetBytes("""{"channel":"whatsapp","text":" """), 0xC3, 0x28, .. Encoding.ASCII.GetBytes("\"}")];
        (await Post(contact, Typed(body, "application/json"))).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused_unread()
    {
        var contact = await ContactWhoWrote();
        var body = $$"""{"channel":"whatsapp","text":"{{new string('x', 100_000)}}"}""";
        (await Post(contact, new StringContent(body, Encoding.UTF8, "application/json"))).IsProblem(413, "invalid_request");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=nonsense")]
    public async Task Another_content_type_is_refused(string type)
    {
        var contact = await ContactWhoWrote();
        var body = Encoding.UTF8.GetBytes("""{"channel":"whatsapp","text":"Hello"}""");
        (await Post(contact, Typed(body, type))).IsProblem(415, "invalid_request");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("limit=99999999999")]
    [InlineData("unread=maybe")]
    public async Task A_parameter_of_the_wrong_form_is_named(string query)
    {
        var answer = (await (await As(Cast.Ann)).Get($"/api/v1/lines/sales/threads?{query}")).IsProblem(400, "invalid_request");
        Assert.Contains($"“{query.Split('=')[0]}”", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("threads", "zz")]
    [InlineData("threads", "abc")]
    [InlineData("threads", "")]
    // A time that no clock shows.
    [InlineData("threads", "7468726561647300393232333337323033363835343737353830370061")]
    [InlineData("contacts", "zz")]
    // Not UTF-8.
    [InlineData("contacts", "636f6e746163747300ff0061")]
    public async Task A_cursor_that_no_page_had_is_refused_and_not_taken_for_the_beginning(string list, string cursor)
    {
        var address = list == "threads" ? "/api/v1/lines/sales/threads" : "/api/v1/contacts";
        var answer = (await (await As(Cast.Ann)).Get($"{address}?cursor={cursor}")).IsProblem(400, "invalid_request");
        Assert.Contains("“cursor”", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_one_list_is_refused_by_another()
    {
        await ContactWhoWrote();
        await ContactWhoWrote();
        var ann = await As(Cast.Ann);
        var threads = (string?)(await ann.Get("/api/v1/lines/sales/threads?limit=1")).Json["next"];
        var contacts = (string?)(await ann.Get("/api/v1/contacts?limit=1")).Json["next"];

        (await ann.Get($"/api/v1/lines/sales/threads?cursor={contacts}")).IsProblem(400, "invalid_request");
        (await ann.Get($"/api/v1/contacts?cursor={threads}")).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task A_negative_place_is_refused_wherever_a_page_may_begin()
    {
        var contact = await ContactWhoWrote();
        foreach (var (actor, address, name) in ((Actor, string, string)[])
        [
            (Cast.Ann, $"{contact.Thread}/messages", "before"),
            (Cast.Compliance, $"{contact.Thread}/log", "after"),
            (Cast.Compliance, "/api/v1/archive", "after"),
            (Cast.Operator, "/api/v1/raw-inbox", "before"),
            (Cast.Ann, "/api/v1/lines/sales/events", "after"),
        ])
        {
            var answer = (await (await As(actor)).Get($"{address}?{name}=-5")).IsProblem(400, "invalid_request");
            Assert.Contains($"“{name}”", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("with a space")]
    [InlineData("long")]
    public async Task Sending_needs_an_idempotency_key_of_visible_characters(string? key)
    {
        var contact = await ContactWhoWrote();
        var sent = key == "long" ? new string('k', 129) : key;
        var answer = await (await As(Cast.Ann)).Post($"{contact.Thread}/messages", new { channel = "whatsapp", text = "Hello" }, sent);
        answer.IsProblem(400, "invalid_request");
        Assert.Contains("Idempotency-Key", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_not_found() =>
        (await (await As(Cast.Ann)).Get("/api/v1/nowhere")).IsProblem(404, "not_found");

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_refused()
    {
        var answer = (await (await As(Cast.Ann)).Call(HttpMethod.Delete, "/api/v1/me")).IsProblem(405, "invalid_request");
        Assert.Equal("GET", answer.Header("Allow"));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var answer = (await (await As(Cast.Ann)).Post("/api/v1/contacts", new { name = "Nobody" })).IsProblem(400, "invalid_request");
        Assert.Contains("phone", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    private async Task<Answer> Post(Contact contact, HttpContent body) =>
        await (await As(Cast.Ann)).Call(HttpMethod.Post, $"{contact.Thread}/messages", body, NewKey());

    private static ByteArrayContent Typed(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
