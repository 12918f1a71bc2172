using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Domain.Conversations.Events;

/// <summary>How events are stored: UTF-8 JSON with snake-case names, the type first.</summary>
public static class EventFormat
{
    /// <summary>The schema version that is written today. All versions up to it can be read.</summary>
    public const int Schema = 1;

    public static byte[] Write(ConversationEvent e) => JsonSerializer.SerializeToUtf8Bytes(e, EventJson.Default.ConversationEvent);

    /// <exception cref="JsonException">The bytes are not an event of this schema.</exception>
    public static ConversationEvent Read(int schema, ReadOnlySpan<byte> body)
    {
        if (schema != Schema)
        {
            throw new JsonException($"Events of schema {schema} are newer than this release, which reads up to {Schema}.");
        }

        try
        {
            return JsonSerializer.Deserialize(body, EventJson.Default.ConversationEvent) ?? throw new JsonException("An event is not null.");
        }
        catch (NotSupportedException e)
        {
            throw new JsonException("An event begins with its type.", e);
        }
    }

    /// <summary>The stable name of the event's type, for example <c>consent_given</c>.</summary>
    public static string TypeName(ConversationEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return Names[e.GetType()];
    }

    /// <summary>The names of the events that bring something new into the thread.</summary>
    public static IReadOnlySet<string> ThreadTypes => ThreadNames;

    private static readonly Dictionary<Type, string> Names = typeof(ConversationEvent)
        .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
        .Cast<JsonDerivedTypeAttribute>()
        .ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    private static readonly HashSet<string> ThreadNames =
        [.. Names.Where(name => name.Key.IsAssignableTo(typeof(IThreadEvent))).Select(name => name.Value)];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(SnakeCaseEnum<Channel>), typeof(SnakeCaseEnum<AnswerForm>), typeof(SnakeCaseEnum<ClosedBy>), typeof(SnakeCaseEnum<OutboundKind>),
        typeof(SnakeCaseEnum<LearnedBy>), typeof(SnakeCaseEnum<Status.DeliveryStatus>), typeof(SnakeCaseEnum<Consent.ConsentBasis>),
        typeof(SnakeCaseEnum<Policy.PolicyAction>)])]
[JsonSerializable(typeof(ConversationEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
