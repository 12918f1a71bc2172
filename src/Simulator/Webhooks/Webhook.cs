using System.Text.Json.Nodes;

namespace MultiLine.Simulator.Webhooks;

/// <summary>A change that a business is to be told of.</summary>
/// <param name="WabaId">The WhatsApp business account; its subscription says where the webhook goes.</param>
/// <param name="Field">Such as <c>messages</c>; null if <paramref name="Payload"/> is a whole body, not the value of a change.</param>
/// <param name="Subject">The message or template that it is about.</param>
/// <param name="Lane">Webhooks of one lane, here of one contact, keep their order while all goes well.</param>
internal sealed record Webhook(string WabaId, string? Field, JsonNode? Payload, string? Subject, string Lane)
{
    public static Webhook Raw(string wabaId, JsonNode? body) => new(wabaId, null, body, null, "raw");
}
