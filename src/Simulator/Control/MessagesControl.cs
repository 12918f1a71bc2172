using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Control;

/// <summary><c>/control/messages</c>: what businesses have sent, and what they were told about it.</summary>
internal static class MessagesControl
{
    public static void MapMessages(this RouteGroupBuilder control)
    {
        control.MapGet("/", List);
        control.MapGet(
            "/{id}",
            (string id, MessageLog messages, WebhookQueue webhooks) =>
                messages.Find(id) is { } message
                    ? Results.Ok(new { Message = message, Webhooks = webhooks.About(id).Select(WebhooksControl.View) })
                    : ControlApi.NotFound("such message")
        );
    }

    private static IResult List(string? numberId, string? contact, string? callbackData, long? after, int? limit, MessageLog messages)
    {
        var filter = new MessageFilter(
            numberId,
            contact is null ? null : PhoneNumber.TryDigitsOf(contact) ?? contact,
            callbackData,
            after ?? 0,
            Math.Clamp(limit ?? 100, 1, 1000)
        );
        var page = messages.Sent(filter);
        return Results.Ok(
            new
            {
                Messages = page.Select(row => row.Message),
                Next = page.Count == filter.Limit ? page[^1].Sequence : (long?)null,
                Total = messages.Count(incoming: false),
            }
        );
    }
}
