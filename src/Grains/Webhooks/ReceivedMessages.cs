using System.Text;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Grains.Webhooks;

/// <summary>A message from WhatsApp as a conversation takes it.</summary>
internal static class ReceivedMessages
{
    public static ReceivedMessage ToReceived(this InboundMessage message)
    {
        var received = new ReceivedMessage
        {
            Channel = Channel.WhatsApp.Name(),
            Number = message.PhoneNumberId,
            ProviderMessageId = message.Wamid,
            ProviderAt = message.Timestamp,
            Kind = "text",
            InReplyTo = message.ContextMessageId,
            OpensSession = message.OpensSession,
            Phone = message.FromPhone,
            Bsuid = message.FromUserId,
            Raw = Encoding.UTF8.GetString(message.Raw.Span),
        };
        return message.Content switch
        {
            InboundContent.Text text => received with { Text = text.Body },
            InboundContent.Button button => received with { Kind = "button", Text = button.Label, ButtonPayload = button.Payload },
            InboundContent.ButtonReply reply => received with { Kind = "interactive", Text = reply.Title, ButtonPayload = reply.Id },
            InboundContent.Other other => received with { Kind = other.Type },
            _ => throw new InvalidOperationException($"No conversation takes {message.Content.GetType().Name}."),
        };
    }
}
