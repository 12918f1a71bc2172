using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary><c>POST /{phone-number-id}/messages</c>.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages"/></remarks>
internal static class MessagesEndpoint
{
    /// <summary>With an early status asked for, how long the reply waits for the business to take it.</summary>
    private static readonly TimeSpan LongestEarlyStatus = TimeSpan.FromSeconds(5);

    public static async Task<IResult> PostAsync(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        MessageSender sender,
        ReadMarks marks,
        FaultBox faults,
        WebhookQueue webhooks
    )
    {
        if (numbers.Find(id) is not { } number)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<SendRequest>(http)).IsRefused(out var refusal, out var request))
            return refusal.ToResult();
        if (SendRules.CheckEnvelope(request) is { } malformed)
            return malformed.ToResult();
        if (request.Status is not null)
            return marks.Mark(number, request)?.ToResult() ?? GraphJson.Success;

        var early = faults.Take(FaultKind.EarlyStatus) is not null;
        if (sender.Send(number, request, early).IsRefused(out refusal, out var accepted))
            return refusal.ToResult();
        if (early)
            await webhooks.ToldAsync(accepted.Message.Id, LongestEarlyStatus, http.HttpContext.RequestAborted);
        return Accepted(accepted);
    }

    private static IResult Accepted(AcceptedMessage accepted)
    {
        var (message, to) = accepted;
        return GraphJson.Reply(
            new
            {
                MessagingProduct = "whatsapp",
                Contacts = new[]
                {
                    new
                    {
                        to.Input,
                        WaId = to.ByUserId ? null : to.Phone?.Spelled ?? to.Contact,
                        UserId = to.ByUserId ? to.Input : null,
                    },
                },
                Messages = new[] { new { message.Id, MessageStatus = message.Type == "template" ? "accepted" : null } },
            }
        );
    }
}
