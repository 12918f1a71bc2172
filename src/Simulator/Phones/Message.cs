using System.Text.Json.Serialization;
using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Phones;

/// <summary>A message in either direction between a business number and a contact.</summary>
/// <param name="Id">The wamid.</param>
/// <param name="NumberId">The phone number id of the business.</param>
/// <param name="Contact">The contact's digits; for a BSUID that nobody has, the BSUID.</param>
internal sealed record Message(string Id, string NumberId, string Contact, bool Incoming, DateTimeOffset At, string Type, Bubble Shown)
{
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

    public IReadOnlyList<StatusStep> Statuses { get; init; } = [];

    /// <summary>Incoming only: when the business marked it as read.</summary>
    public DateTimeOffset? ReadByBusiness { get; init; }

    /// <summary>The contact's reaction to it.</summary>
    public string? Reaction { get; init; }

    /// <summary>Incoming only: its text was changed by the contact.</summary>
    public bool Edited { get; init; }

    /// <summary>Incoming only: it was taken back by the contact.</summary>
    public bool Revoked { get; init; }

    public MessageStatus Status => Statuses is [.., var last] ? last.Status : MessageStatus.Accepted;

    /// <summary>Whether its reader has yet to read it.</summary>
    [JsonIgnore]
    public bool IsOpen => Incoming ? ReadByBusiness is null : Status < MessageStatus.Read;

    /// <summary>Whether the contact sees it.</summary>
    public bool OnPhone => Incoming || Status is MessageStatus.Delivered or MessageStatus.Read;
}

internal enum MessageStatus
{
    Accepted,
    Sent,
    Delivered,
    Read,
    Failed,
}

internal sealed record StatusStep(MessageStatus Status, DateTimeOffset At);

/// <summary>What the contact sees of a message.</summary>
internal sealed record Bubble(string Body)
{
    public string? Header { get; init; }

    public string? Footer { get; init; }

    public IReadOnlyList<BubbleButton> Buttons { get; init; } = [];

    public BubbleMedia? Media { get; init; }
}

/// <param name="Kind">
/// <c>quick_reply</c> (template) and <c>reply</c> (interactive) can be tapped; others, such as <c>url</c>, are only shown.
/// </param>
/// <param name="Payload">What the business gets back on a tap; for <c>reply</c> the id.</param>
internal sealed record BubbleButton(string Kind, string Text, string? Payload = null);

/// <summary>A file in a message, by the id of an uploaded one or by a link; the MIME type of a link is not known.</summary>
internal sealed record BubbleMedia(string? Id, string? Link, string? MimeType, string? FileName);
