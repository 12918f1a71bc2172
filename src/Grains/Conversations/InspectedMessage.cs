using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Inspection;

namespace MultiLine.Grains.Conversations;

/// <summary>A message after policy has looked at it, ready to be stored.</summary>
/// <param name="Content">What is shown, and sent, from now on; nothing where policy withholds it.</param>
/// <param name="Original">What it said before; null where policy left it as it was.</param>
/// <param name="Policy">What was found; null where nothing.</param>
internal sealed record InspectedMessage(SaltedContent Content, SaltedContent? Original, PolicyMark? Policy)
{
    /// <summary>Nobody has to look at it.</summary>
    public static InspectedMessage Clear(MessageContent content) => new(DraftedMessage.Salt(content), null, null);

    /// <param name="content">As it came or was written.</param>
    /// <param name="inspected">What policy makes of it.</param>
    public static InspectedMessage Of(MessageContent content, Inspected inspected)
    {
        if (inspected.Found is not { Action: not PolicyAction.Flag } found)
        {
            return new InspectedMessage(DraftedMessage.Salt(content), null, inspected.Found);
        }

        var original = DraftedMessage.Salt(content);
        return new InspectedMessage(DraftedMessage.Salt(inspected.Left), original, found with { Original = original.Commitment });
    }

    /// <summary>By which the other rules judge it: of a message that does not go out what was to be sent.</summary>
    public MessageContent Judged => (Policy is { Action: PolicyAction.Block } ? Original ?? Content : Content).Content;

    public IReadOnlyCollection<SaltedContent> Contents => Original is null ? [Content] : [Content, Original];
}
