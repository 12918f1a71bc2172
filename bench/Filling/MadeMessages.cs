using System.Security.Cryptography;
using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Filling;

/// <summary>What becomes of messages of the firm, as the conversations would write it.</summary>
public static class MadeMessages
{
    /// <summary>Taken, attempted and accepted by the provider.</summary>
    /// <param name="messageId">Our id.</param>
    /// <param name="number">The firm's number.</param>
    /// <param name="person">Who wrote it.</param>
    /// <param name="commitment">To what it says.</param>
    /// <param name="at">When all of that happened.</param>
    /// <param name="mark">What policy found.</param>
    public static IReadOnlyList<ConversationEvent> Sent(
        string messageId, string number, string person, string commitment, DateTimeOffset at, PolicyMark? mark = null)
    {
        var attempt = Id();
        return
        [
            new MessageAccepted
            {
                At = at,
                MessageId = messageId,
                Channel = Channel.WhatsApp,
                Number = number,
                Kind = OutboundKind.Text,
                Author = person,
                Commitment = commitment,
                Policy = mark,
            },
            new AttemptStarted
            {
                At = at, MessageId = messageId, Channel = Channel.WhatsApp, Number = number, AttemptId = attempt, Deadline = at.AddMinutes(1),
            },
            new MessageSent
            {
                At = at,
                MessageId = messageId,
                Channel = Channel.WhatsApp,
                Number = number,
                AttemptId = attempt,
                ProviderMessageId = ProviderId(),
                By = LearnedBy.Reply,
            },
        ];
    }

    public static SaltedContent Content(string text) =>
        SaltedContent.Of(new MessageContent { Text = text }, RandomNumberGenerator.GetBytes(Commitment.SaltLength));

    public static string Id() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static string ProviderId() => $"wamid.{Convert.ToBase64String(RandomNumberGenerator.GetBytes(36))}";
}
