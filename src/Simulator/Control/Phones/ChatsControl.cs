using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Control.Phones;

/// <param name="To">The phone number id of the business; the first number if left out.</param>
/// <param name="SecondsAgo">Makes it an old message, for seeding history.</param>
internal sealed record WriteRequest(string Text, string? To = null, double SecondsAgo = 0, string? ReplyTo = null)
{
    /// <summary><c>forwarded</c> or <c>frequently_forwarded</c>.</summary>
    public string? Forwarded { get; init; }

    /// <summary>Meta's <c>referral</c> object of an advertisement, passed on as it is.</summary>
    public JsonObject? Referral { get; init; }
}

/// <summary>What a contact sees and does on the phone.</summary>
internal static class ChatsControl
{
    public static void MapChats(this RouteGroupBuilder phones)
    {
        phones.MapGet("/{phone}/inbox", Inbox);
        phones.MapPost("/{phone}/messages", Write);
        phones.MapPost("/{phone}/open", Open);
    }

    private static IResult Inbox(string phone, string? numberId, PhoneBook book, MessageLog messages)
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");

        return Results.Ok(
            messages
                .With(holder.Number)
                .Where(message => message.OnPhone && (numberId is null || message.NumberId == numberId))
                .Select(message => new
                {
                    message.Id,
                    message.NumberId,
                    From = message.Incoming ? "contact" : "business",
                    message.At,
                    message.Type,
                    message.Shown.Header,
                    message.Shown.Body,
                    message.Shown.Footer,
                    message.Shown.Buttons,
                    message.Shown.Media,
                    message.Shown.List,
                    message.Shown.Location,
                    message.Shown.Cards,
                    message.Shown.Preview,
                    message.ReplyTo,
                    message.Reaction,
                    message.BusinessReaction,
                    message.Edited,
                    message.Revoked,
                    Read = message.Incoming ? message.ReadByBusiness is not null : message.Seen || message.Status is MessageStatus.Read or MessageStatus.Played,
                    Played = message.Status == MessageStatus.Played,
                })
        );
    }

    private static IResult Write(string phone, WriteRequest request, PhoneBook book, BusinessNumbers numbers, ContactActs acts)
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(request.To) is not { } to)
            return ControlApi.NotFound("such number id");
        if (CannotWrite(holder, to) is { } reason)
            return ControlApi.Conflict(reason);
        if (request.SecondsAgo < 0 || string.IsNullOrEmpty(request.Text))
            return ControlApi.Invalid("'text' must not be empty and 'secondsAgo' not negative.");

        if (request.Forwarded is not (null or "forwarded" or "frequently_forwarded"))
            return ControlApi.Invalid("'forwarded' must be 'forwarded' or 'frequently_forwarded'.");

        var said = new ContactMessage("text", new JsonObject { ["body"] = request.Text }, new Bubble(request.Text))
        {
            ReplyTo = request.ReplyTo,
            Forwarded = request.Forwarded,
            Referral = request.Referral?.DeepClone(),
        };
        return Results.Ok(acts.Write(holder, to, said, TimeSpan.FromSeconds(request.SecondsAgo)));
    }

    private static IResult Open(string phone, string? numberId, PhoneBook book, Delivery delivery) =>
        book.Lookup(phone) is { } holder ? Results.Ok(new { Read = delivery.Open(holder, numberId) }) : ControlApi.NotFound("such phone");

    internal static string? CannotWrite(Phone phone, BusinessNumber to)
    {
        if (!phone.OnWhatsApp)
            return "This phone is not on WhatsApp.";
        return phone.HasBlocked(to.Id) ? "This phone has blocked the business." : null;
    }
}
