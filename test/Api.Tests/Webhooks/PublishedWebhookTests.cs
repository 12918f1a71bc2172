using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Webhooks;

/// <summary>What Meta and others have published, as it is, through the front door.</summary>
public sealed class PublishedWebhookTests
{
    private static readonly string[] Folders = ["facebook-openapi/whatsapp_webhooks", "netflie-whatsapp-cloud-api"];

    [PayloadsFact]
    public async Task Every_published_example_is_taken_signed_for_our_number_and_for_one_that_nobody_has_and_a_second_time_changes_nothing()
    {
        await using var product = await Product.StartAsync();
        var bodies = Folders.SelectMany(Payloads.Files).Select(File.ReadAllBytes).SelectMany(body => new[] { body, ToUs(body) }).ToList();

        await Post(product, bodies);
        var first = await Look(product);
        await Post(product, bodies);

        Assert.Equal(first, await Look(product));
        Assert.True(first is { Messages: > 0, KeptRaw: > 0 }, $"{first.Messages} messages are in threads, {first.KeptRaw} parts were kept raw.");
    }

    [PayloadsFact]
    public async Task A_published_example_with_another_signature_is_refused()
    {
        await using var product = await Product.StartAsync();
        foreach (var body in Folders.SelectMany(Payloads.Files).Select(File.ReadAllBytes))
        {
            (await SignedWebhook.Post(product.Anonymous(), body, SignedWebhook.Sign([.. body, (byte)' ']))).Is(HttpStatusCode.Unauthorized);
        }

        Assert.Equal((0, 0), await Look(product));
    }

    private static async Task Post(Product product, IReadOnlyList<byte[]> bodies)
    {
        foreach (var body in bodies)
        {
            (await SignedWebhook.Post(product.Anonymous(), body)).Is(HttpStatusCode.OK);
        }
    }

    private static byte[] ToUs(byte[] body)
    {
        var webhook = JsonNode.Parse(body)!;
        foreach (var change in webhook["entry"]!.AsArray().SelectMany(entry => entry!["changes"]!.AsArray()))
        {
            change!["value"]!["metadata"]!["phone_number_id"] = Cast.SalesNumber;
        }

        return System.Text.Encoding.UTF8.GetBytes(webhook.ToJsonString());
    }

    /// <summary>How many messages are in threads, and how much was kept raw.</summary>
    private static async Task<(int Messages, int KeptRaw)> Look(Product product)
    {
        var (ann, otto) = (await product.SignIn(Cast.Ann), await product.SignIn(Cast.Operator));
        var messages = 0;
        foreach (var contact in (await ann.Get("/api/v1/contacts?limit=200")).Is(HttpStatusCode.OK).Json["items"]!.AsArray())
        {
            var thread = (await ann.Get($"/api/v1/lines/sales/threads/{(string)contact!["id"]!}/messages?limit=200")).Is(HttpStatusCode.OK);
            messages += thread.Json["items"]!.AsArray().Count;
        }

        return (messages, (await otto.Get("/api/v1/raw-inbox?limit=200")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().Count);
    }
}
