namespace MultiLine.Grains.Interfaces.Conversations;

/// <summary>Where a conversation stands on a channel and what may be sent there now.</summary>
[GenerateSerializer, Immutable, Alias("ml.ConversationStanding")]
public sealed record ConversationStanding
{
    /// <summary>The newest version of the log; 0 for a conversation that has not begun.</summary>
    [Id(0)] public required long Version { get; init; }

    /// <summary>not_asked, asked, granted, declined, withdrawn.</summary>
    [Id(1)] public required string Consent { get; init; }

    [Id(2)] public DateTimeOffset? AskedAt { get; init; }

    /// <summary>From when on the contact may be asked again.</summary>
    [Id(3)] public DateTimeOffset? AskAgainAt { get; init; }

    [Id(4)] public required bool SessionOpen { get; init; }

    /// <summary>The end of the newest session, past or future; null if there never was one.</summary>
    [Id(5)] public DateTimeOffset? SessionUntil { get; init; }

    /// <summary>The contact was found not to be on WhatsApp.</summary>
    [Id(6)] public required bool NotReachable { get; init; }

    /// <summary>Why free text can't be sent now, or null if it can.</summary>
    [Id(7)] public Refused? TextRefusal { get; init; }

    /// <summary>Why a template can't be sent now, or null if it can.</summary>
    [Id(8)] public Refused? TemplateRefusal { get; init; }

    /// <summary>Why the opt-in request can't be sent now, or null if it can; null as well where there is consent already.</summary>
    [Id(9)] public Refused? OptInRefusal { get; init; }

    /// <summary>The contact whose conversation goes on in place of this one, where the two turned out to be one person.</summary>
    [Id(10)] public string? MergedInto { get; init; }

    /// <summary>The contacts that turned out to be this one; their conversations stay where they are.</summary>
    [Id(11)] public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>The language in which the contact was asked for consent last; null where nobody asked.</summary>
    [Id(31)] public string? AskedIn { get; init; }
}

[GenerateSerializer, Immutable, Alias("ml.MessageSummary")]
public sealed record MessageSummary
{
    [Id(0)] public required string MessageId { get; init; }

    /// <summary>The version of the event that brought it: its place in the thread.</summary>
    [Id(1)] public required long Place { get; init; }

    /// <summary>in or out.</summary>
    [Id(2)] public required string Direction { get; init; }

    [Id(3)] public required string Channel { get; init; }

    /// <summary>text, template, opt_in_request, stop_confirmation, disclaimer; call; of what the product did not send the provider's name of the kind.</summary>
    [Id(4)] public required string Kind { get; init; }

    /// <summary>received; waiting, queued, sending, sent, delivered, read, played, failed, outcome_unknown.</summary>
    [Id(5)] public required string Status { get; init; }

    [Id(6)] public string? Author { get; init; }

    /// <summary>Null once the content has been disposed of.</summary>
    [Id(7)] public string? Text { get; init; }

    [Id(8)] public IReadOnlyList<string> Buttons { get; init; } = [];

    [Id(9)] public string? TemplateName { get; init; }

    [Id(10)] public string? TemplateLanguage { get; init; }

    [Id(11)] public required DateTimeOffset At { get; init; }

    [Id(12)] public DateTimeOffset? ProviderAt { get; init; }

    [Id(13)] public DateTimeOffset? SentAt { get; init; }

    [Id(14)] public DateTimeOffset? DeliveredAt { get; init; }

    [Id(15)] public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Why it failed.</summary>
    [Id(16)] public Refused? Failure { get; init; }

    [Id(17)] public int? ProviderCode { get; init; }

    [Id(18)] public string? ProviderMessageId { get; init; }

    /// <summary>The provider's id of the message that is quoted or answered.</summary>
    [Id(19)] public string? InReplyTo { get; init; }

    [Id(20)] public int Attempts { get; init; }

    /// <summary>What it holds besides its text; null once the content has been disposed of, or the contact deleted it.</summary>
    [Id(21)] public MessageParts? Parts { get; init; }

    /// <summary>The contact's reaction to it: an emoji.</summary>
    [Id(22)] public string? Reaction { get; init; }

    /// <summary>When the contact changed it, by the provider's time; the text is the newest. The original stays in the archive.</summary>
    [Id(23)] public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When the contact deleted it, by the provider's time; it is not shown then. The original stays in the archive.</summary>
    [Id(24)] public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Of a call.</summary>
    [Id(25)] public CallPart? Call { get; init; }

    /// <summary>Somebody of ours sent it out of the WhatsApp Business app.</summary>
    [Id(26)] public bool SentFromApp { get; init; }

    /// <summary>It is from before the number was connected.</summary>
    [Id(27)] public bool Historic { get; init; }

    /// <summary>What the button carries that the contact tapped: its id.</summary>
    [Id(28)] public string? ButtonId { get; init; }

    /// <summary>The message that did not arrive and whose text this one repeats on another channel.</summary>
    [Id(31)] public string? InPlaceOf { get; init; }

    /// <summary>The message that repeats the text of this one, which did not arrive, on another channel.</summary>
    [Id(32)] public string? ReplacedBy { get; init; }

    /// <summary>What policy did with it as it is now; null where nothing.</summary>
    [Id(33)] public PolicyPart? Policy { get; init; }

    /// <summary>What it said was disposed of.</summary>
    [Id(34)] public bool NoLongerKept { get; init; }
}

/// <summary>What policy found in a message and did with it.</summary>
/// <param name="Action">flag, redact, block.</param>
/// <param name="Rules">What the rules are called that asked for it.</param>
/// <param name="Found">What was found: types of detectors, names of word lists and expressions.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicyPart")]
public sealed record PolicyPart(
    [property: Id(0)] string Action, [property: Id(1)] IReadOnlyList<string> Rules, [property: Id(2)] IReadOnlyList<string> Found);

/// <param name="Messages">Newest first.</param>
/// <param name="Before">Where the next page begins, or null at the beginning of the thread; where the last page is exactly full, the next one is empty.</param>
[GenerateSerializer, Immutable, Alias("ml.MessagePage")]
public sealed record MessagePage([property: Id(0)] IReadOnlyList<MessageSummary> Messages, [property: Id(1)] long? Before);

/// <param name="Entries">Oldest first.</param>
/// <param name="After">Where the next page begins, or null at the end of the log; where the last page is exactly full, the next one is empty.</param>
[GenerateSerializer, Immutable, Alias("ml.LogPage")]
public sealed record LogPage([property: Id(0)] IReadOnlyList<LogEntry> Entries, [property: Id(1)] long? After);

/// <param name="Version">From 1, without gaps.</param>
/// <param name="Type">The event's name.</param>
/// <param name="Schema">The schema version by which the body is read.</param>
/// <param name="Body">The stored JSON. It holds no text of a message.</param>
[GenerateSerializer, Immutable, Alias("ml.LogEntry")]
public sealed record LogEntry(
    [property: Id(0)] long Version,
    [property: Id(1)] string Type,
    [property: Id(2)] int Schema,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] DateTimeOffset? ProviderAt,
    [property: Id(5)] string Body);

/// <param name="MessageId">The message that it came with.</param>
/// <param name="Type">The media type that its first bytes say it has.</param>
/// <param name="Length">In bytes.</param>
[GenerateSerializer, Immutable, Alias("ml.FileFacts")]
public sealed record FileFacts([property: Id(0)] string MessageId, [property: Id(1)] string Type, [property: Id(2)] long Length);
