using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Api.Authorization;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;
using MultiLine.Grains.Interfaces.Conversations;
using OpenTelemetry.Trace;

namespace MultiLine.Api.Tests.Telemetry;

/// <summary>A product that exports, a day of its life in short, and all that came of it: the product has ended when the tests look.</summary>
public sealed class TelemetryStory : IAsyncLifetime
{
    private const string Phone = "4915199900017";

    private OtlpReceiver _receiver = null!;
    private Product _product = null!;

    internal OtlpReceiver Exported => _receiver;

    /// <summary>The conversation that the story is about, as a grain.</summary>
    internal string Conversation { get; private set; } = "";

    /// <summary>Texts, numbers and tokens that the story is full of.</summary>
    internal List<string> Secrets { get; } =
        [Phone, "+49 30 5550100", "My pearls are in the garden", "The gardener knows", "Wilhelmina", "a-guessed-word", Product.VerifyToken, "simulator-access-token"];

    public async Task InitializeAsync()
    {
        _receiver = await OtlpReceiver.StartAsync();
        _product = await Product.StartAsync(
            app =>
            {
                app.MapGet("/fault/{what}", Fail).Requires(Authorization.Access.Anyone);
                app.MapGet("/grain-fault", FailInGrain).Requires(Authorization.Access.Anyone);
            },
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={_receiver.Address}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");

        var contact = await MeetContact();
        await Hear(contact);
        (await SignedWebhook.Post(_product.Anonymous(), SignedWebhook.TextFrom(Phone, "My pearls are in the garden", "106540352249999"))).Is(HttpStatusCode.OK);
        await Answer(contact);
        await Misuse();
        await Followed();

        await _product.DisposeAsync();
    }

    public Task DisposeAsync() => _receiver.DisposeAsync().AsTask();

    private async Task<string> MeetContact()
    {
        var token = await _product.IssueLink(Cast.Ann);
        await _product.Anonymous().Get($"/sign-in?token={token}");
        Secrets.Add(token);
        (await _product.Simulator().Post("/control/phones", new { number = $"+{Phone}", name = "Wilhelmina" })).Is(HttpStatusCode.Created);
        var ann = await _product.SignIn(Cast.Ann);
        Secrets.Add(ann.DefaultRequestHeaders.Authorization!.Parameter!);
        var contact = (string)(await ann.Post("/api/v1/contacts", new { phone = $"+{Phone}", name = "Wilhelmina" })).Is(HttpStatusCode.Created).Json["id"]!;
        Conversation = $"conversation/northwind/sales/{contact}";
        return contact;
    }

    /// <summary>The contact writes, which lets us write too.</summary>
    private async Task Hear(string contact)
    {
        var message = new { text = "My pearls are in the garden", to = Cast.SalesNumber };
        (await _product.Simulator().Post($"/control/phones/+{Phone}/messages", message)).Is(HttpStatusCode.OK);
        var ann = await _product.SignIn(Cast.Ann);
        await Eventually.Get("what the contact wrote", async () =>
            (await ann.Get($"/api/v1/lines/sales/threads/{contact}/messages")).Json["items"]!.AsArray().Count > 0 ? ann : null);
    }

    private async Task Answer(string contact)
    {
        var ann = await _product.SignIn(Cast.Ann);
        var thread = $"/api/v1/lines/sales/threads/{contact}/messages";
        var message = (await ann.Post(thread, new { channel = "whatsapp", text = "The gardener knows" }, Guid.NewGuid().ToString("n"))).Is(HttpStatusCode.Accepted);
        await Eventually.Get("the answer on its way", async () =>
            (string?)(await ann.Get($"{thread}/{(string)message.Json["message_id"]!}")).Json["status"] is "sent" or "delivered" or "read" ? ann : null);
    }

    /// <summary>What people put where it does not belong, and faults that quote it.</summary>
    private async Task Misuse()
    {
        var ann = await _product.SignIn(Cast.Ann);
        await ann.Get($"/api/v1/contacts?search={Phone}");
        await ann.Get($"/api/v1/contacts/{Phone}");
        await ann.Get($"/api/v1/nothing/here/{Phone}");
        await _product.Anonymous().Get("/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=a-guessed-word&hub.challenge=1");
        await _product.Anonymous().Get("/health/ready");
        (await _product.Anonymous().Get("/fault/Wilhelmina")).IsProblem(500, "internal_error");
        (await _product.Anonymous().Get("/grain-fault")).IsProblem(500, "internal_error");
    }

    /// <summary>What nobody waits for when a request is answered.</summary>
    private async Task Followed()
    {
        var traces = _product.Services.GetRequiredService<TracerProvider>();
        foreach (var name in (string[])["process multiline.archive", "process multiline.inbox", "attempt message"])
        {
            await Eventually.Get($"a span “{name}” for {Conversation}", () =>
            {
                traces.ForceFlush();
                var spans = _receiver.Spans;
                var ours = spans.Where(span => span["orleans.rpc.target_id"] == Conversation).Select(span => span.TraceId).ToHashSet();
                return Task.FromResult(spans.FirstOrDefault(span => span.Name == name && (ours.Contains(span.TraceId) || span.Links.Any(link => ours.Contains(link.TraceId)))));
            });
        }
    }

    private static string Fail(string what) => throw new InvalidOperationException($"{what} wrote: My pearls are in the garden");

    /// <summary>The grain says what it does not know.</summary>
    private static Task FailInGrain(IGrainFactory grains) => grains.GetGrain<IConversationGrain>("northwind/sales/nobody").Receive(new ReceivedMessage
    {
        Channel = "My pearls are in the garden",
        Number = Cast.SalesNumber,
        ProviderMessageId = "wamid.none",
        ProviderAt = DateTimeOffset.UnixEpoch,
        Kind = "text",
    });
}
