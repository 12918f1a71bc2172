using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;

namespace MultiLine.Domain.Conversations.Commands;

/// <summary>A person asks the contact for consent without a message that waits for it.</summary>
public sealed record AskConsent : ConversationCommand
{
    public required Channel Channel { get; init; }

    public required string Author { get; init; }

    public required ConsentBasis Basis { get; init; }

    public required OptInRequest Request { get; init; }

    /// <summary>The language that the person chose; null where the person did not.</summary>
    public string? Language { get; init; }

    public required SendingFacts Facts { get; init; }
}

/// <summary>A person sends a message again that failed or whose outcome is unknown.</summary>
/// <param name="Message">What the log says of it.</param>
/// <param name="Author">Who retries.</param>
/// <param name="Facts">The sender's side now.</param>
public sealed record RetryMessage(MessageView Message, string Author, SendingFacts Facts) : ConversationCommand
{
    /// <summary>The disclaimer, in case that nothing has told the contact yet.</summary>
    public PreparedMessage? Disclaimer { get; init; }

    /// <summary>Of a template: what the provider takes it for now.</summary>
    public string? TemplateCategory { get; init; }

    /// <summary>What the policy of now finds in it; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }

    /// <summary>What it said was disposed of.</summary>
    public bool IsContentGone { get; init; }
}

/// <summary>A dispatcher wants to send the message now.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="AttemptId">Becomes the callback data.</param>
/// <param name="Number">The line's number on the channel now; null where the channel is not enabled for it.</param>
/// <param name="Known">The contact's aliases as the contact book has them.</param>
public sealed record StartAttempt(string MessageId, string AttemptId, string? Number, Aliases Known) : ConversationCommand
{
    /// <summary>Of a template: what the provider takes it for now.</summary>
    public string? TemplateCategory { get; init; }

    /// <summary>What the policy of now finds in it; null where nothing.</summary>
    public PolicyMark? Policy { get; init; }

    /// <summary>What it said was disposed of.</summary>
    public bool IsContentGone { get; init; }
}

/// <summary>The provider answered an attempt.</summary>
/// <param name="Message">What the log says of the message.</param>
/// <param name="AttemptId">The attempt.</param>
/// <param name="Outcome">The answer.</param>
public sealed record RecordOutcome(MessageView Message, string AttemptId, AttemptOutcome Outcome) : ConversationCommand;

public abstract record AttemptOutcome
{
    private AttemptOutcome() { }

    /// <summary>Taken under this id (wamid).</summary>
    public sealed record Accepted(string ProviderMessageId) : AttemptOutcome;

    /// <summary>Refused for good.</summary>
    public sealed record Refused(string Code, int? ProviderCode) : AttemptOutcome;

    /// <summary>Surely not taken, and it may be tried again.</summary>
    public sealed record Deferred(DateTimeOffset NotBefore, int? ProviderCode) : AttemptOutcome;
}

/// <summary>Nobody answered: end the attempt if its time is over.</summary>
public sealed record ResolveAttempt(string MessageId) : ConversationCommand;

/// <summary>The reminder asks whether the session is over.</summary>
public sealed record LapseSession(Channel Channel) : ConversationCommand;
