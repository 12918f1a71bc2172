using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control.Phones;

/// <summary>What a contact sends beside text and taps: <c>POST /control/phones/{phone}/{act}</c>.</summary>
internal static class ActsControl
{
    public static void MapActs(this RouteGroupBuilder phones)
    {
        phones.MapAct<Location>("location");
        phones.MapAct<Cards>("contacts");
        phones.MapAct<Order>("order");
        phones.MapAct<ListReply>("list-reply");
        phones.MapAct<FlowReply>("flow-reply");
        phones.MapAct<CallPermissionReply>("call-permission-reply");
        phones.MapAct<Reaction>("reaction");
        phones.MapAct<Edit>("edit");
        phones.MapAct<Revoke>("revoke");
        phones.MapAct<Unsupported>("unsupported");
        phones.MapAct<Welcome>("welcome");
    }

    private static void MapAct<T>(this RouteGroupBuilder phones, string name)
        where T : class, IContactAct =>
        phones.MapPost(
            $"/{{phone}}/{name}",
            (string phone, string? numberId, T act, PhoneBook book, BusinessNumbers numbers, MessageLog messages, ContactActs acts) =>
                Do(phone, numberId, act, book, numbers, messages, acts)
        );

    private static IResult Do(
        string phone,
        string? numberId,
        IContactAct act,
        PhoneBook book,
        BusinessNumbers numbers,
        MessageLog messages,
        ContactActs acts
    )
    {
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
