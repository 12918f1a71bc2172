using System.Net;
using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp;

/// <summary>What a call to the Graph API led to.</summary>
internal abstract record GraphReply
{
    private GraphReply() { }

    /// <summary>The provider's clock, where it told it.</summary>
    public DateTimeOffset? ProviderTime { get; init; }

    /// <summary>The version that answered, where the provider told it. One that has ended is answered by the oldest that there is.</summary>
    public string? Version { get; init; }

    /// <summary>Status 2xx.</summary>
    public sealed record Success(byte[] Body) : GraphReply
    {
        /// <summary>What the reader makes of the body; null too if it is no JSON.</summary>
        public T? Read<T>(Func<JsonElement, T?> read)
            where T : class
        {
            try
            {
                using var json = JsonDocument.Parse(Body);
                return read(json.RootElement);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                return null;
            }
        }
    }

    /// <summary>An error in Meta's form.</summary>
    public sealed record Refusal(HttpStatusCode Status, GraphError Error) : GraphReply;

    /// <summary>An error in no form of Meta's: from a proxy, a gateway, a wrong address.</summary>
    public sealed record Foreign(HttpStatusCode Status) : GraphReply;

    /// <summary>No connection came about, so nothing went out.</summary>
    public sealed record NotReached : GraphReply;

    /// <summary>The request had started to go out, and no reply came in time.</summary>
    public sealed record TimedOut : GraphReply;

    /// <summary>The connection broke after the request had started to go out.</summary>
    public sealed record ConnectionLost : GraphReply;
}
