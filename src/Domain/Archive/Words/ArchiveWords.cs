using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Archive.Words;

/// <summary>
/// What exports say of events, in English. Every word of EML, RSMF and transcript that is not somebody's own stands in this folder, so that it
/// can be translated there.
/// </summary>
/// <param name="conversation">That the events belong to.</param>
/// <param name="times">In which times are told.</param>
public sealed partial class ArchiveWords(ArchivedConversation conversation, ArchiveTimes times)
{
    private ArchivedParties Parties => conversation.Parties;

    public string Contact => Parties.Contact.Display;

    /// <summary>What happened in a few words, for a heading.</summary>
    public static string Title(ConversationEvent e) => e switch
    {
        AliasesLearned => "Contact details learned",
        PhoneLost => "Phone number lost",
        MergedInto or ContactMerged => "Contacts merged",
        ConsentAsked { Repeat: true } => "Consent asked again",
        ConsentAsked => "Consent asked",
        ConsentGiven => "Consent given",
        ConsentRefused { Stop: true } => "Consent stopped",
        ConsentRefused => "Consent refused",
        SessionOpened => "Session opened",
        SessionExtended => "Session extended",
        SessionClosed => "Session closed",
        MessageReceived or MessageEchoed => "Message",
        MessageAccepted { Kind: OutboundKind.OptInRequest } => "Opt-in request",
        MessageAccepted { Kind: OutboundKind.StopConfirmation } => "Confirmation of STOP",
        MessageAccepted { Kind: OutboundKind.Disclaimer } => "Disclaimer",
        MessageAccepted => "Message",
        ReactionReceived { Removed: true } => "Reaction taken back",
        ReactionReceived => "Reaction",
        MessageEdited => "Message edited",
        MessageRevoked => "Message deleted",
        CallRecorded or CallUpdated => "Call",
        MarketingPreferenceChanged => "Marketing preference",
        MessageBlocked => "Message blocked",
        MessageReplaced => "Message replaced",
        MessageQueued => "Message queued",
        AttemptStarted => "Attempt started",
        AttemptDeferred => "Attempt put off",
        MessageSent => "Message sent",
        StatusReceived status => $"Status {Word(status.Status)}",
        MessageFailed => "Message failed",
        OutcomeUnknown => "Outcome unknown",
        _ => EventFormat.TypeName(e),
    };

    /// <summary>What happened in a sentence. Of a message it says who wrote to whom; what was written is its content.</summary>
    public string Sentence(ArchivedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Event switch
        {
            AliasesLearned learned => $"{Contact} is known by {Listed(("phone", learned.Phone), ("WhatsApp user id", learned.Bsuid))}.",
            PhoneLost lost => $"The phone number {lost.Phone} is not {Contact}'s any more.",
            MergedInto merged => $"{Contact} turned out to be the same person as contact {merged.Contact}, whose conversation goes on for both.",
            ContactMerged merged => $"Contact {merged.Contact} turned out to be {Contact}; that conversation ended, and this one goes on for both.",
            ConsentAsked asked =>
                $"{Somebody(asked.Author)} asked {Contact} for consent to messages on {Name(asked.Channel)}{(asked.Repeat ? " once more" : "")}.",
            ConsentGiven given => $"{Contact} agreed to messages on {Name(given.Channel)} {How(given.By)}.",
            ConsentRefused { Stop: true } stopped => $"{Contact} stopped messages on {Name(stopped.Channel)} {How(stopped.By)}.",
            ConsentRefused refused => $"{Contact} refused messages on {Name(refused.Channel)} {How(refused.By)}.",
            SessionOpened opened => $"{Contact} wrote: free text may be sent on {Name(opened.Channel)} until {times.Moment(opened.Until)}.",
            SessionExtended more => $"{Contact} wrote again: free text may be sent on {Name(more.Channel)} until {times.Moment(more.Until)}.",
            SessionClosed closed => $"The session on {Name(closed.Channel)} ended at {times.Moment(closed.Until)}.",
            MessageReceived received =>
                $"{Contact} wrote to {Parties.LineName} on {Name(received.Channel)}{(received.Historic is true ? ", before the number was connected" : "")}.",
            MessageEchoed echoed =>
                $"Somebody of {Parties.OrganizationName} wrote to {Contact} on {Name(echoed.Channel)}, outside of the product"
                + (echoed.Historic is true ? ", before the number was connected." : "."),
            MessageAccepted accepted =>
                $"{Somebody(accepted.Author)} wrote to {Contact} on {Name(accepted.Channel)}{(accepted.AwaitsConsent ? "; it waited for consent" : "")}.",
            ReactionReceived { Removed: true } => $"{Contact} took back the reaction to {Message(record)}.",
            ReactionReceived => $"{Contact} reacted to {Message(record)}.",
            MessageEdited => $"{Contact} changed {Message(record)}.",
            MessageRevoked => $"{Contact} deleted {Message(record)} for everyone.",
            CallRecorded call => $"{(call.Inbound ? $"{Contact} called {Parties.LineName}" : $"{Parties.LineName} called {Contact}")}: {Happened(call)}.",
            CallUpdated call => $"Of {Message(record)} was told: {Happened(call)}.",
            MarketingPreferenceChanged { Stopped: true } change => $"{Contact} wants no marketing messages on {Name(change.Channel)}.",
            MarketingPreferenceChanged change => $"{Contact} takes marketing messages on {Name(change.Channel)} again.",
            MessageBlocked blocked =>
                $"{Somebody(blocked.Author)} wanted to send a message to {Contact} on {Name(blocked.Channel)}, and policy did not let it out.",
            MessageReplaced replaced => $"It did not arrive on {Name(replaced.Channel)}; message {replaced.ReplacedBy} repeats it on another channel.",
            MessageQueued { RetriedBy: { } person } => $"{Somebody(person)} had it sent once more.",
            MessageQueued => $"{Contact}'s consent released it to be sent.",
            AttemptStarted started => $"Attempt {started.AttemptId} to send it began, with an answer due by {times.Moment(started.Deadline)}.",
            AttemptDeferred deferred =>
                $"Attempt {deferred.AttemptId} was not taken{Code(deferred.ProviderCode)}; not to be tried before {times.Moment(deferred.NotBefore)}.",
            MessageSent sent => $"The provider took it as {sent.ProviderMessageId}, known by {Known(sent.By)}.",
            StatusReceived status => Status(status),
            MessageFailed failed => $"It failed: {failed.Code}{Code(failed.ProviderCode)}. {FailureWords.For(failed.Code).Message}",
            OutcomeUnknown unknown => $"Attempt {unknown.AttemptId} ended without an answer: it may or may not have been sent.",
            _ => $"An event of the type {record.TypeName}.",
        };
    }

    /// <summary>Who acted; the firm where it was the product or the provider.</summary>
    public string Actor(ConversationEvent e) => ArchivedActor.Of(e) switch
    {
        { Side: ActorSide.Contact } => Contact,
        { Person: { } person } => Parties.Person(person).Name,
        { Side: ActorSide.Firm } when e is MessageEchoed => $"{Parties.LineName} (outside of the product)",
        { Side: ActorSide.Firm } => $"{Parties.LineName} (automatically)",
        _ => Parties.OrganizationName,
    };

    /// <summary>What an edit did to a text.</summary>
    public static string Changed(string? before, string? after) => $"Before: {before ?? NoText}\nAfter: {after ?? NoText}";

    /// <summary>In the place of a text that there is none of, or that is not kept.</summary>
    public const string NoText = "(no text)";

    public static string Name(Channel channel) => channel switch
    {
        Channel.WhatsApp => "WhatsApp",
        Channel.Sms => "SMS",
        _ => "voice",
    };

    public static string Word(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Failed => "failed",
        DeliveryStatus.Sent => "sent",
        DeliveryStatus.Delivered => "delivered",
        DeliveryStatus.Read => "read",
        _ => "played",
    };

    public static string Word(PolicyAction action) => action switch
    {
        PolicyAction.Flag => "flagged",
        PolicyAction.Redact => "redacted",
        _ => "blocked",
    };

    private string Somebody(string? person) =>
        person is null ? $"{Parties.OrganizationName} (automatically)" : Parties.Person(person).Name;

    /// <summary>The message that a record is about.</summary>
    private string Message(ArchivedRecord record) => conversation.MessageOf(record) switch
    {
        { } message => $"the {(message.Event is CallRecorded ? "call" : "message")} of {times.Moment(message.OccurredAt)}",
        null => $"message {record.MessageId}, which is not in this export",
    };

    private static string Status(StatusReceived status) =>
        $"The provider reported: {Word(status.Status)}"
        + (status.Word is { } word && word != Word(status.Status) ? $" (“{word}”)" : "")
        + (status.Code is { } code ? $", {code}" : "") + Code(status.ProviderCode) + ".";

    private static string Happened(ICallEvent call) =>
        call.Happened + (call.Result is { } result ? $", {result}" : "") + (call.Seconds is { } seconds ? $", {seconds} seconds" : "");

    private static string Known(LearnedBy by) => by == LearnedBy.Reply ? "its reply" : "a status that came first";

    private static string Code(int? code) => code is null ? "" : $" (provider's code {code})";

    private static string How(AnswerForm by) => by switch
    {
        AnswerForm.Button => "by tapping a button",
        AnswerForm.Word => "in words",
        _ => "by writing first, without having been asked",
    };

    private static string Basis(ConsentBasis basis) => basis switch
    {
        ConsentBasis.ExistingClient => "existing client",
        ConsentBasis.Form => "signed form",
        ConsentBasis.InPerson => "said in person",
        _ => "another one",
    };

    private static string Listed(params (string Label, string? Value)[] facts) =>
        string.Join(" and ", facts.Where(fact => fact.Value is not null).Select(fact => $"{fact.Label} {fact.Value}"));
}
