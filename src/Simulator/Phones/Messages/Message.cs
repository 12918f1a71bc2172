using System.Text.Json.Serialization;
using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Phones.Messages;

/// <summary>A message in either direction between a business number and a contact.</summary>
/// <param name="Id">The wamid.</param>
/// <param name="NumberId">The phone number id of the business.</param>
/// <param name="Contact">The contact's digits; for a BSUID that nobody has, the BSUID.</param>
internal sealed record Message(string Id, string NumberId, string Contact, bool Incoming, DateTimeOffset At, string Type, Bubble Shown)
{
    /// <summary>A message that is only a reaction to another one, named by <see cref="ReplyTo"/>.</summary>
    public const string ReactionType = "reaction";

    /// <summary>The message that this one answers or whose button was tapped.</summary>
    public string? ReplyTo { get; init; }

    /// <summary><c>biz_opaque_callback_data</c>, echoed in every status.</summary>
    public string? CallbackData { get; init; }

    /// <summary>Whether the business addressed the contact by BSUID.</summary>
    public bool ByUserId { get; init; }

    /// <summary>The pricing category: that of the template, or <c>service</c>.</summary>
    public string Category { get; init; } = "service";

    /// <summary>Why it will not arrive, decided when it was accepted.</summary>
    public DeliveryFailure? Failure { get; init; }

    /// <summary>It is told to be sent before it fails.</summary>
    public bool FailsAfterSent { get; init; }

    /// <summary>Nobody was told that it was delivered.</summary>
    public bool DeliveryUntold { get; init; }

    public IReadOnlyList<StatusStep> Statuses { get; init; } = [];

    /// <summary>Incoming only: when the business marked it as read.</summary>
    public DateTimeOffset? ReadByBusiness { get; init; }

    /// <summary>Outgoing only: the contact has read it, and the business may not know.</summary>
    public bool Seen { get; init; }

    /// <summary>The contact's reaction to it.</summary>
    public string? Reaction { get; init; }

    /// <summary>The business's reaction to it.</summary>
    public string? BusinessReaction { get; init; }

    /// <summary>Incoming only: its text was changed by the contact.</summary>
    public bool Edited { get; init; }

    /// <summary>It was written in the WhatsApp Business app, not through the Graph API: no statuses are told.</summary>
    public bool FromApp { get; init; }

    /// <summary>It was taken back by who wrote it.</summary>
    public bool Revoked { get; init; }

    public MessageStatus Status => Statuses is [.., var last] ? last.Status : MessageStatus.Accepted;

    /// <summary>Whether its reader has yet to read it.</summary>
    [JsonIgnore]
    public bool IsOpen => Incoming ? ReadByBusiness is null : Status < MessageStatus.Read && !Seen;

    /// <summary>Whether the contact sees it.</summary>
    public bool OnPhone => Incoming || (!IsReaction && Status is MessageStatus.Delivered or MessageStatus.Read or MessageStatus.Played);

    [JsonIgnore]
    public bool IsReaction => Type == ReactionType;
}

internal enum MessageStatus
{
    Accepted,
    Sent,
    Delivered,
    Read,

    /// <summary>Of voice notes: listened to.</summary>
    Played,
    Failed,
}

internal sealed record StatusStep(MessageStatus Status, DateTimeOffset At);
