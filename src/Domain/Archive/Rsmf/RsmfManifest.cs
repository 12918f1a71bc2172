using System.Text.Json.Serialization;

namespace MultiLine.Domain.Archive.Rsmf;

/// <summary>rsmf_manifest.json in version 2.0.0, as far as it is used.</summary>
/// <remarks>Schema: <see href="https://github.com/relativitydev/rsmf-validator-samples"/></remarks>
internal sealed record RsmfManifest(
    string Version,
    IReadOnlyList<RsmfParticipant> Participants,
    IReadOnlyList<RsmfConversation> Conversations,
    IReadOnlyList<RsmfEvent> Events,
    string Eventcollectionid);

internal sealed record RsmfParticipant(string Id, string Display, string Email, string AccountId)
{
    public IReadOnlyList<RsmfCustom>? Custom { get; init; }
}

internal sealed record RsmfConversation(
    string Id, string Display, string Platform, string Type, IReadOnlyList<string> Participants, IReadOnlyList<RsmfCustom> Custom)
{
    public string? Custodian { get; init; }
}

internal sealed record RsmfEvent(string Id, string Type, string Body, string Participant, string Conversation, string Timestamp)
{
    public string? Parent { get; init; }

    public bool? Deleted { get; init; }

    public string? Direction { get; init; }

    public string? Importance { get; init; }

    public IReadOnlyList<RsmfReaction>? Reactions { get; init; }

    public IReadOnlyList<RsmfAttachment>? Attachments { get; init; }

    public IReadOnlyList<RsmfEdit>? Edits { get; init; }

    public IReadOnlyList<RsmfReceipt>? ReadReceipts { get; init; }

    public required IReadOnlyList<RsmfCustom> Custom { get; init; }
}

internal sealed record RsmfReaction(string Value, int Count, IReadOnlyList<string> Participants);

internal sealed record RsmfAttachment(string Id, string Display, long Size);

internal sealed record RsmfEdit(string Participant, string Timestamp, string Previous, string New);

internal sealed record RsmfReceipt(string Participant, string Timestamp, string Action);

internal sealed record RsmfCustom(string Name, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RsmfManifest))]
internal sealed partial class RsmfJson : JsonSerializerContext;
