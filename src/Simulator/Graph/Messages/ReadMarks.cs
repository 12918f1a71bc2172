using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>The business marks a message of a contact, and so all earlier ones, as read; the contact sees blue ticks.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators"/></remarks>
internal sealed class ReadMarks(Database database, MessageLog messages, TimeProvider time)
{
    /// <summary>Null if it was done.</summary>
    public GraphError? Mark(BusinessNumber number, SendRequest request)
    {
        if (request.Status != "read")
            return GraphErrors.NotOneOf("status", request.Status ?? "", ["read"]);
        if (request.MessageId is not { Length: > 0 } id)
            return GraphErrors.ParameterMissing("message_id is required.");

        return database.Step(_ =>
        {
            if (messages.Find(id) is not { Incoming: true } marked || marked.NumberId != number.Id)
                return GraphErrors.ParameterInvalid("message_id is not a message that this number received.");

            var unread = messages.OpenWith(marked.Contact).Where(message => message.Incoming && message.NumberId == number.Id);
            foreach (var message in unread.Where(message => message.At <= marked.At))
                messages.Save(message with { ReadByBusiness = time.GetUtcNow() });
            return null;
        });
    }
}
