using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>What may be sent on a channel now, by the same rules that decide when it is sent.</summary>
/// <param name="Text">Why free text can't be sent, or null if it can.</param>
/// <param name="Template">Why a template can't be sent, or null if it can.</param>
/// <param name="OptIn">Why the opt-in request can't be sent, or null if it can or there is no need for it.</param>
public sealed record Standing(Refusal? Text, Refusal? Template, Refusal? OptIn)
{
    public static Standing Of(ConversationState state, Channel channel, SendingFacts facts, ConversationRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Number is null)
        {
            var off = SendingRules.NotEnabledOn(channel);
            return new Standing(off, off, off);
        }

        var draft = new Draft(state, rules, now) { Known = facts.Known, MergedInto = state.MergedInto ?? facts.MergedInto };
        return new Standing(
            SendingRules.Permits(draft, channel, OutboundKind.Text),
            SendingRules.Permits(draft, channel, OutboundKind.Template),
            OptInRefusal(draft, channel));
    }

    private static Refusal? OptInRefusal(Draft draft, Channel channel) =>
        SendingRules.Ask(draft, channel) ?? SendingRules.AskAgain(draft, channel);
}
