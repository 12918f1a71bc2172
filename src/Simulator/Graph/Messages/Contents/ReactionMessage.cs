using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Contents;

/// <param name="Emoji">Empty: the reaction that is there is taken away.</param>
internal sealed record ReactionContent(string? MessageId, string? Emoji);

/// <summary>The business reacts to a message in the chat. It is no message of its own on the phone.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages"/></remarks>
internal static class ReactionMessage
{
    public static Answer<Draft> Compose(ReactionContent? reaction)
    {
        if (reaction is null)
            return GraphErrors.ParameterRequired("reaction");
        if (reaction.MessageId is not { Length: > 0 } about)
            return GraphErrors.ParameterMissing("reaction['message_id'] is required.");
        return reaction.Emoji is null
            ? GraphErrors.ParameterMissing("reaction['emoji'] is required; an empty one takes the reaction away.")
            : new Draft(Message.ReactionType, new Bubble(reaction.Emoji), "service") { About = about };
    }
}
