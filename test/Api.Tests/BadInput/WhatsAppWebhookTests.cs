using System.Text;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>
/// What Meta did not sign is turned away. What it signed is taken, whatever it is: what can't be understood is kept raw, for operators to see,
/// and leads to nothing else. Refused it would come again for days.
/// </summary>
public sealed class WhatsAppWebhookTests(RestingProduct resting) : BadInputTests(resting)
{
    private const int LargestBody = 3 * 1024 * 1024;
    private const int Depth = 10_000;
    private const string Contacts = """
        "contacts":[{"profile":{"name":"Nobody"},"wa_id":"4915111111111"}],
        """;

    private const string Wrong = "sha256=0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly Dictionary<string, (Func<string, string> Body, string Reason)> Bodies = new()
    {
        ["no JSON"] = (mark => $"hello {mark}", "not_json"),
        ["cut off"] = (mark => Webhook(Message(mark))[..^1], "not_json"),
        ["something behind it"] = (mark => Webhook(Message(mark)) + "}", "not_json"),
        ["ten thousand arrays"] = (mark => $"{new string('[', Depth)}\"{mark}\"{new string(']', Depth)}", "not_json"),
        ["ten thousand objects in a message"] = (
            mark => Webhook(Message(mark, string.Concat(Enumerable.Repeat("{\"body\":", Depth)) + 1 + new string('}', Depth))), "not_json"),
        ["an array"] = (mark => $"[{Webhook(Message(mark))}]", "unknown_object"),
        ["a text"] = (mark => $"\"{mark}\"", "unknown_object"),
        ["no object"] = (mark => $$"""{"entry":[{"id":"{{mark}}"}]}""", "unknown_object"),
        ["another object"] = (mark => Changed(mark, "whatsapp_business_account", "page"), "unknown_object"),
        ["an object that is a number"] = (mark => $$"""{"object":7,"entry":[{"id":"{{mark}}"}]}""", "unknown_object"),
        ["no entry"] = (mark => $$"""{"object":"whatsapp_business_account","mark":"{{mark}}"}""", "empty"),
        ["an entry that is a text"] = (mark => $$"""{"object":"whatsapp_business_account","entry":["{{mark}}"]}""", "malformed"),
        ["entries that are no list"] = (mark => $$$"""{"object":"whatsapp_business_account","entry":{"id":"{{{mark}}}"}}""", "malformed"),
        ["no changes"] = (mark => $$"""{"object":"whatsapp_business_account","entry":[{"id":"{{mark}}"}]}""", "empty"),
        ["changes that are a number"] = (mark => $$"""{"object":"whatsapp_business_account","entry":[{"id":"{{mark}}","changes":7}]}""", "malformed"),
        ["an unknown field"] = (mark => Changed(mark, "\"field\":\"messages\"", "\"field\":\"horoscopes\""), "unknown_field"),
        ["a field that is a number"] = (mark => Changed(mark, "\"field\":\"messages\"", "\"field\":7"), "unknown_field"),
        ["no number of ours"] = (mark => Changed(mark, "phone_number_id", "phone_number"), "no_phone_number_id"),
        ["a number that nobody has"] = (mark => Changed(mark, Cast.SalesNumber, "999"), "unknown_number"),
        ["messages that are no list"] = (mark => Webhook(Message(mark), list: false), "malformed"),
        ["a message that is a text"] = (mark => Webhook($"\"{mark}\""), "malformed"),
        ["a message without an id"] = (mark => Changed(mark, "\"id\":", "\"no_id\":"), "malformed"),
        ["a message from nobody"] = (mark => Changed(mark, "\"from\":", "\"to\":", contacts: false), "no_sender"),
        ["a message from no number"] = (mark => Changed(mark, "4915111111111", "CALL ME", contacts: false), "no_sender"),
        ["a message without a time"] = (mark => Changed(mark, "\"timestamp\":", "\"when\":"), "malformed"),
        ["a message of yesterday"] = (mark => Changed(mark, "\"1790000000\"", "\"yesterday\""), "malformed"),
        ["a message at a time that no clock shows"] = (mark => Changed(mark, "\"1790000000\"", "\"99999999999999\""), "malformed"),
        ["an unknown status"] = (mark => Status(mark, "pondered"), "unknown_status"),
        ["a status of a message that we did not send"] = (mark => Status(mark, "sent"), "unknown_message"),
    };

    public static TheoryData<string> SignedBodies => [.. Bodies.Keys];

    [Fact]
    public async Task What_Meta_did_not_sign_is_turned_away()
    {
        var body = Encoding.UTF8.GetBytes(Webhook(Message(NewKey())));
        var right = SignedWebhook.Sign(body);
        string[][] signatures =
        [
            [],
            [""],
            [Wrong],
            [right[..^1]],
            [right + "0"],
            [right["sha256=".Length..]],
            [right.Replace("sha256", "sha1", StringComparison.Ordinal)],
            [right.Replace("sha256", "SHA256", StringComparison.Ordinal)],
            [$"{right},{right}"],
            [right, right],
            [Wrong, right],
            [right, Wrong],
            [SignedWebhook.Sign([.. body, (byte)' '])],
            [SignedWebhook.Sign([])],
        ];

        await Refused(401, "unauthenticated", signatures.Select(given => new Request(string.Join(" and ", given), () => Post(body, given))));
    }

    [Fact]
    public Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not()
    {
        var body = new byte[LargestBody + 1];
        body.AsSpan().Fill((byte)' ');
        "{}"u8.CopyTo(body);
        return Refused(413, "invalid_request",
        [
            new("With its length", () => Post(body, SignedWebhook.Sign(body))),
            new("In chunks", () => Post(InChunks(body), SignedWebhook.Sign(body))),
        ]);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    public Task Another_content_type_is_refused(string type)
    {
        var body = Encoding.UTF8.GetBytes(Webhook(Message(NewKey())));
        return Refused(415, "invalid_request", () => Post(Typed(body, type), SignedWebhook.Sign(body)));
    }

    [Fact]
    public Task Another_method_is_refused() =>
        Refused(405, "invalid_request", () => Call(null, HttpMethod.Put, SignedWebhook.Path, Json("{}")));

    [Theory, MemberData(nameof(SignedBodies))]
    public Task What_makes_no_sense_is_kept_raw_and_leads_to_nothing(string what)
    {
        var mark = NewKey();
        return KeptRaw(() => SignedWebhook.Post(Anonymous(), Encoding.UTF8.GetBytes(Bodies[what].Body(mark))), mark, Bodies[what].Reason);
    }

    private Task<Answer> Post(byte[] body, params string[] signatures) => Post(Typed(body), signatures);

    private async Task<Answer> Post(HttpContent body, params string[] signatures)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SignedWebhook.Path) { Content = body };
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signatures);
        return await Anonymous().Deliver(request);
    }

    private static string Changed(string mark, string right, string wrong, bool contacts = true)
    {
        var body = Webhook(Message(mark), contacts: contacts);
        Assert.Contains(right, body, StringComparison.Ordinal);
        return body.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static string Message(string mark, string text = """{"body":"Hello"}""") =>
        $$"""{"from":"4915111111111","id":"wamid.{{mark}}","timestamp":"1790000000","type":"text","text":{{text}}}""";

    private static string Webhook(string message, bool list = true, bool contacts = true) =>
        Value((contacts ? Contacts : "") + "\"messages\":" + (list ? $"[{message}]" : message));

    private static string Status(string mark, string status) => Value(
        $$"""
        "statuses":[{"id":"wamid.{{mark}}","status":"{{status}}","timestamp":"1790000000","recipient_id":"4915111111111"}]
        """);

    private static string Value(string members) =>
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"{{{Cast.NorthAccount}}}","changes":[{"field":"messages","value":
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"49305550100","phone_number_id":"{{{Cast.SalesNumber}}}"},{{{members}}}}
        }]}]}
        """;

    private static StreamContent InChunks(byte[] body)
    {
        var content = new StreamContent(new Unending(body));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    /// <summary>Doesn't tell how long it is.</summary>
    private sealed class Unending(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
