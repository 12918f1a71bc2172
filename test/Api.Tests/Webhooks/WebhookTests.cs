using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Webhooks;

public sealed class WebhookTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task The_handshake_repeats_the_challenge_to_who_knows_the_word()
    {
        var answer = await Anonymous().Get(Handshake(Product.VerifyToken));
        Assert.Equal("1158201444", answer.Is(HttpStatusCode.OK).Text);
        Assert.Equal("text/plain", answer.Response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task The_handshake_refuses_others(string token) =>
        (await Anonymous().Get(Handshake(token))).IsProblem(403, "forbidden");

    [Fact]
    public async Task What_a_webhook_brought_is_there_when_it_has_been_answered()
    {
        var contact = await NewContact();
        var body = SignedWebhook.TextFrom(contact.Phone[1..], "Is the account open?");
        (await SignedWebhook.Post(Anonymous(), body)).Is(HttpStatusCode.OK);

        var message = Assert.Single((await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]!.AsArray())!;
        Assert.Equal("Is the account open?", (string?)message["text"]);
        Assert.Equal("received", (string?)message["status"]);
    }

    [Fact]
    public async Task The_same_webhook_twice_brings_one_message()
    {
        var contact = await NewContact();
        var body = SignedWebhook.TextFrom(contact.Phone[1..], "Once");
        (await SignedWebhook.Post(Anonymous(), body)).Is(HttpStatusCode.OK);
        (await SignedWebhook.Post(Anonymous(), body)).Is(HttpStatusCode.OK);

        Assert.Single((await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha1=whatever")]
    public async Task A_wrong_signature_is_refused_and_nothing_is_taken_in(string? signature)
    {
        var contact = await NewContact();
        var body = SignedWebhook.TextFrom(contact.Phone[1..], "Forged");
        (await SignedWebhook.Post(Anonymous(), body, signature)).IsProblem(401, "unauthenticated");
        Assert.Empty((await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task What_belongs_to_nobody_is_answered_200_and_shown_to_operators()
    {
        var mark = NewKey();
        (await SignedWebhook.Post(Anonymous(), SignedWebhook.TextFrom("4915188888888", mark, number: "999"))).Is(HttpStatusCode.OK);

        var otto = await As(Cast.Operator);
        var item = await RawItem(otto, mark);
        Assert.Equal("unknown_number", (string?)item["reason"]);
        (await otto.Post($"/api/v1/raw-inbox/{item["id"]}/replay")).IsProblem(404, "not_found");
    }

    [Fact]
    public async Task What_can_not_be_understood_is_answered_200_and_shown_to_operators()
    {
        var mark = NewKey();
        (await SignedWebhook.Post(Anonymous(), Encoding.UTF8.GetBytes($"no JSON {mark}"))).Is(HttpStatusCode.OK);

        await RawItem(await As(Cast.Operator), mark);
    }

    [Fact]
    public async Task The_raw_inbox_counts_what_is_open_and_lists_it_without_bodies()
    {
        var otto = await As(Cast.Operator);
        var before = (long)(await otto.Get("/api/v1/raw-inbox")).Json["open"]!;
        var body = Encoding.UTF8.GetBytes($"no JSON {NewKey()}");
        (await SignedWebhook.Post(Anonymous(), body)).Is(HttpStatusCode.OK);

        var page = (await otto.Get("/api/v1/raw-inbox?limit=1")).Is(HttpStatusCode.OK).Json;

        Assert.Equal(before + 1, (long)page["open"]!);
        var item = page["items"]!.AsArray().Single()!.AsObject();
        Assert.Equal(["id", "provider", "reason", "received_at", "replayed_at", "size", "times"], item.Select(member => member.Key).Order());
        (await otto.Get("/api/v1/raw-inbox/9000000")).IsProblem(404, "not_found");
    }

    [Fact]
    public async Task The_raw_inbox_is_read_page_by_page()
    {
        for (var i = 0; i < 3; i++)
        {
            (await SignedWebhook.Post(Anonymous(), Encoding.UTF8.GetBytes($"no JSON {NewKey()}"))).Is(HttpStatusCode.OK);
        }

        var otto = await As(Cast.Operator);
        var first = (await otto.Get("/api/v1/raw-inbox?limit=2")).Json;
        var second = (await otto.Get($"/api/v1/raw-inbox?limit=2&before={first["next"]}")).Json;
        long[] ids = [.. first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (long)item!["id"]!)];
        Assert.Equal(ids.OrderDescending(), ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(ids.Length >= 3);
    }

    /// <summary>The one that holds this, among the newest.</summary>
    private static async Task<JsonNode> RawItem(HttpClient client, string mark)
    {
        List<JsonNode> found = [];
        foreach (var item in (await client.Get("/api/v1/raw-inbox")).Is(HttpStatusCode.OK).Json["items"]!.AsArray())
        {
            var content = (await client.Get($"/api/v1/raw-inbox/{item!["id"]}")).Is(HttpStatusCode.OK).Json;
            if (((string)content["body"]!).Contains(mark, StringComparison.Ordinal))
            {
                found.Add(content["item"]!);
            }
        }

        return Assert.Single(found);
    }

    private static string Handshake(string token) =>
        $"{SignedWebhook.Path}?hub.mode=subscribe&hub.verify_token={token}&hub.challenge=1158201444";
}
