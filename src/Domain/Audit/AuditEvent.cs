using System.Text.Json.Serialization;
using MultiLine.Domain.Retention;

namespace MultiLine.Domain.Audit;

/// <summary>
/// Something that a person did which is no part of a conversation and has to be known later. Stored as JSON under the names below, and never
/// changed afterwards, as the events of conversations are.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OriginalOpened), "original_opened")]
[JsonDerivedType(typeof(PolicyChanged), "policy_changed")]
[JsonDerivedType(typeof(RecordingChanged), "recording_changed")]
[JsonDerivedType(typeof(HoldPlaced), LegalHolds.Placed)]
[JsonDerivedType(typeof(HoldLifted), LegalHolds.Lifted)]
[JsonDerivedType(typeof(ContentDisposed), "content_disposed")]
[JsonDerivedType(typeof(RawItemsDisposed), "raw_items_disposed")]
[JsonDerivedType(typeof(ExportMade), "export_made")]
[JsonDerivedType(typeof(ArchiveSearched), "archive_searched")]
[JsonDerivedType(typeof(MessagesReviewed), "messages_reviewed")]
[JsonDerivedType(typeof(MediumMissed), "medium_missed")]
public abstract record AuditEvent
{
    /// <summary>Stands in the place of a person where nobody asked for it just then.</summary>
    public const string BySystem = "_system";

    /// <summary>Stands in the place of a person for somebody who has the data directory before him and a command for it.</summary>
    public const string ByOperator = "_operator";

    /// <summary>Our time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; <see cref="BySystem"/> for what is done by itself.</summary>
    public required string Person { get; init; }
}

/// <summary>An act with words of the person: the reason, or what was searched for. They are sealed apart, as what people write is.</summary>
public interface IReasonedEvent
{
    /// <summary>Commits to the words.</summary>
    string Commitment { get; }
}

/// <summary>A compliance officer was shown what a message said before policy changed it.</summary>
public sealed record OriginalOpened : AuditEvent, IReasonedEvent
{
    /// <summary><c>org/line/contact</c>.</summary>
    public required string Conversation { get; init; }

    public required string MessageId { get; init; }

    public required string Commitment { get; init; }
}

/// <summary>The organisation's policy became another one.</summary>
public sealed record PolicyChanged : AuditEvent
{
    /// <summary>Which one is in force from now on.</summary>
    public required long Version { get; init; }

    /// <summary>SHA-256 of its stored JSON, lower-case hex.</summary>
    public required string Sha256 { get; init; }
}
