using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>
/// How the folded state is stored, so that a long log need not be read from its beginning: UTF-8 JSON with snake-case names. It is derived, so no
/// old form is ever read: what another release wrote is folded anew from the log.
/// </summary>
public static class SnapshotFormat
{
    /// <summary>Goes up with every change of <see cref="ConversationState"/> and of how it folds an event that was ever stored.</summary>
    public const int Schema = 2;

    public static byte[] Write(ConversationState state) => JsonSerializer.SerializeToUtf8Bytes(state, SnapshotJson.Default.ConversationState);

    /// <summary>The state; null where it can't be told from these bytes, so that the log has to be read.</summary>
    public static ConversationState? Read(int schema, ReadOnlySpan<byte> body)
    {
        try
        {
            return schema == Schema && JsonSerializer.Deserialize(body, SnapshotJson.Default.ConversationState) is { } state && IsWhole(state) ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is not there the serializer leaves null, whatever the type says.</summary>
    private static bool IsWhole(ConversationState state) =>
        state is { Aliases: not null, Channels: not null, Open: not null, Merged: not null }
        && state.Channels.Values.All(channel => channel is { Consent: not null, Session: not null, Marketing: not null, Reachability: not null })
        && state.Open.All(open => open is { MessageId: not null, Number: not null });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(SnakeCaseEnum<Channel>), typeof(SnakeCaseEnum<OutboundKind>), typeof(SnakeCaseEnum<MessagePhase>)])]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
