namespace MultiLine.Domain.Messages;

/// <summary>The message that another one answers and shows above itself.</summary>
/// <param name="MessageId">As the sender named it.</param>
/// <param name="Found">What the log says of it; null where this conversation has no such message.</param>
public sealed record Quotation(string MessageId, MessageView? Found)
{
    /// <summary>Why it can't be quoted on this channel from this number, or null if it can.</summary>
    public Refusal? Fault(Channel channel, string number) => Found switch
    {
        null => new Refusal(RefusalCodes.InvalidRequest, "The message to reply to is not in this conversation."),
        { Call: not null } or { ProviderMessageId: null } => new Refusal(
            RefusalCodes.InvalidRequest, "Only a message that has gone out or come in can be replied to."),
        _ when Found.Channel != channel => new Refusal(
            RefusalCodes.InvalidRequest, $"The message to reply to is not on {(channel == Channel.Sms ? "SMS" : "WhatsApp")}."),
        // The provider knows a message in the chat of one number only.
        _ when Found.Number != number => new Refusal(
            RefusalCodes.InvalidRequest, "The message to reply to belongs to a number that the line does not have any more."),
        _ => null,
    };
}
