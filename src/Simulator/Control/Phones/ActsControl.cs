using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control.Phones;

/// <summary>What a contact sends beside text and taps: <c>POST /control/phones/{phone}/{act}</c>.</summary>
internal static class ActsControl
{
    public static void MapActs(this RouteGroupBuilder phones)
    {
        phones.MapPost("/{phone}/location", (string phone, string? numberId, Location act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/contacts", (string phone, string? numberId, Cards act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/order", (string phone, string? numberId, Order act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/list-reply", (string phone, string? numberId, ListReply act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/flow-reply", (string phone, string? numberId, FlowReply act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/call-permission-reply", (string phone, string? numberId, CallPermissionReply act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/reaction", (string phone, string? numberId, Reaction act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/edit", (string phone, string? numberId, Edit act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/revoke", (string phone, string? numberId, Revoke act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/unsupported", (string phone, string? numberId, Unsupported act, [AsParameters] Places at) => Do(phone, numberId, act, at));
        phones.MapPost("/{phone}/welcome", (string phone, string? numberId, Welcome act, [AsParameters] Places at) => Do(phone, numberId, act, at));
    }

    private static IResult Do(string phone, string? numberId, IContactAct act, Places at)
    {
        var (book, numbers, messages, acts) = at;
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (act.Flaw is { } flaw)
            return ControlApi.Invalid(flaw);

        var about = act.About is { } id ? messages.Find(id) : null;
        var isThere = about is { OnPhone: true } && about.Contact == holder.Number && (about.Incoming || !act.AboutOwn);
        if (act.About is not null && !isThere)
            return ControlApi.NotFound(act.AboutOwn ? "such message of this phone" : "such message on this phone");
        if (numbers.Lookup(about?.NumberId ?? numberId) is not { } to)
            return ControlApi.NotFound("such number id");
        if (ChatsControl.CannotWrite(holder, to) is { } reason)
            return ControlApi.Conflict(reason);
        if (act.AboutOwn && about is { Revoked: true })
            return ControlApi.Conflict("The message was taken back.");

        var said = act.Compose(about);
        return Results.Ok(
            about is not null && said.Change is not null
                ? acts.Change(holder, to, about, said)
                : acts.Write(holder, to, said, TimeSpan.Zero)
        );
    }
}

/// <summary>Where an act begins, ends and is kept.</summary>
internal sealed record Places(PhoneBook Book, BusinessNumbers Numbers, MessageLog Messages, ContactActs Acts);
