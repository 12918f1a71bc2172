using MultiLine.Grains.Interfaces.Sending;
using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Conversations;

/// <summary>
/// One line's conversation with one contact: the only place where its consent, session and messages change. Key: org/line/contact.
/// </summary>
[Alias("ml.IConversationGrain")]
public interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>Takes a person's message, or says why not. Answered when everything it leads to is durable.</summary>
    [Alias("Send")]
    Task<SendResult> Send(SendRequest request);

    /// <summary>Sends the opt-in request.</summary>
    [Alias("AskConsent")]
    Task<SendResult> AskConsent(ConsentRequest request);

    /// <summary>Sends a failed message, or one whose outcome is unknown, again.</summary>
    [Alias("Retry")]
    Task<SendResult> Retry(RetryRequest request);

    /// <summary>Sends the text of a message that did not arrive on WhatsApp as SMS.</summary>
    [Alias("SendAsSms")]
    Task<SendResult> SendAsSms(SmsRequest request);

    /// <summary>Takes in what the contact wrote. The same provider message is taken once.</summary>
    [Alias("Receive")]
    Task Receive(ReceivedMessage message);

    /// <summary>Takes in a reaction, an edit or a deletion. The same one is taken once; where the message is not here, as a message of its own.</summary>
    [Alias("ReceiveChange")]
    Task ReceiveChange(ReceivedChange change);

    /// <summary>Takes in what somebody of ours wrote to the contact outside of the product. The same message is taken once.</summary>
    [Alias("RecordEcho")]
    Task RecordEcho(ReceivedMessage message);

    /// <summary>Takes in what is told of a call. The same is taken once.</summary>
    [Alias("ReportCall")]
    Task ReportCall(ReportedCall call);

    /// <summary>Takes in whether the contact wants marketing. The same is taken once.</summary>
    [Alias("Prefer")]
    Task Prefer(ReportedPreference preference);

    /// <summary>The contact is this other one, whose conversation goes on for both. False where there is nothing that could end.</summary>
    [Alias("EndInto")]
    Task<bool> EndInto(string contact);

    /// <summary>
    /// Goes on for the conversation that this other contact had on the line and that has ended. Returns null when that is durable; and where this
    /// one has ended itself, the contact whose conversation goes on for it.
    /// </summary>
    [Alias("Absorb")]
    Task<string?> Absorb(string contact);

    /// <summary>The provider told how the contact can be addressed, without a message.</summary>
    [Alias("LearnAliases")]
    Task LearnAliases(string? phone, string? bsuid, DateTimeOffset at);

    /// <summary>Takes in a status. The same status of the same message is taken once.</summary>
    [Alias("Report")]
    Task Report(ReportedStatus status);

    /// <summary>
    /// Starts the attempt to send a message: only the caller who gets an order may call the provider, once. The caller names the attempt
    /// by a new id, so that it can end one of which it never got the order.
    /// </summary>
    [Alias("StartAttempt")]
    Task<AttemptOrder?> StartAttempt(string messageId, string attemptId);

    /// <summary>Records what the provider answered, or that it was not called. May be repeated; of an attempt that is not open only the provider's id counts.</summary>
    [Alias("EndAttempt")]
    Task EndAttempt(AttemptReport report);

    /// <summary>Ends an open attempt whose time is over: its outcome is unknown. Says whether the message still waits to be sent or answered for.</summary>
    [Alias("ResolveAttempt")]
    Task<bool> ResolveAttempt(string messageId);

    /// <summary>Where the conversation stands on WhatsApp and what may be sent there.</summary>
    [Alias("GetStanding"), ReadOnly]
    Task<ConversationStanding> GetStanding(string? person);

    /// <summary>Where the conversation stands on a channel and what may be sent there.</summary>
    [Alias("GetStandingOn"), ReadOnly]
    Task<ConversationStanding> GetStandingOn(string channel, string? person);

    /// <summary>Messages in the order in which they entered the thread, newest first, below a version of the log.</summary>
    [Alias("GetMessages"), ReadOnly]
    Task<MessagePage> GetMessages(long? before, int limit);

    /// <summary>One message, or null.</summary>
    [Alias("GetMessage"), ReadOnly]
    Task<MessageSummary?> GetMessage(string messageId);

    /// <summary>Why a file may not be shown now that its bytes are here, or null: when its message came nobody knew more of it than its sender said.</summary>
    [Alias("JudgeFile"), ReadOnly]
    Task<Refused?> JudgeFile(FileFacts file);

    /// <summary>What a message said before policy changed it. That it is shown is recorded first.</summary>
    [Alias("OpenOriginal"), ReadOnly]
    Task<OriginalResult> OpenOriginal(OriginalRequest request);

    /// <summary>
    /// What the provider can be told of this person's reading and typing. Null where that must not be, where it was told already, and where none
    /// of the last messages is the contact's.
    /// </summary>
    [Alias("FindReceipt")]
    Task<Receipt?> FindReceipt(ReceiptRequest request);

    /// <summary>The log itself, oldest first, above a version.</summary>
    [Alias("GetLog"), ReadOnly]
    Task<LogPage> GetLog(long after, int limit);
}
