using System.Security.Cryptography;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;

namespace MultiLine.Grains.Conversations;

/// <summary>A message's id and content before it is decided whether it is taken.</summary>
internal sealed record DraftedMessage(string MessageId, SaltedContent Content)
{
    public static DraftedMessage Of(TimeProvider time, MessageContent content) =>
        new(Ids.New(time), Salt(content));

    public static SaltedContent Salt(MessageContent content) => SaltedContent.Of(content, RandomNumberGenerator.GetBytes(Commitment.SaltLength));

    public PreparedMessage Prepared => new(MessageId, Content.Commitment);
}
