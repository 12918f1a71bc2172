using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Phones.Calls;

namespace MultiLine.Simulator.Control.Phones;

/// <param name="Seconds">How long the two spoke; nobody took the call if left out.</param>
internal sealed record HangUp(double? Seconds);

/// <summary><c>/control/phones/{phone}/calls</c>: a contact calls and hangs up.</summary>
internal static class CallsControl
{
    public static void MapCalls(this RouteGroupBuilder phones)
    {
        phones.MapPost("/{phone}/calls", Begin);
        phones.MapPost("/{phone}/calls/{callId}/end", End);
    }

    private static IResult Begin(string phone, string? numberId, PhoneBook book, BusinessNumbers numbers, PhoneCalls calls)
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(numberId) is not { } to)
            return ControlApi.NotFound("such number id");
        return ChatsControl.CannotWrite(holder, to) is { } reason ? ControlApi.Conflict(reason) : Results.Ok(calls.Begin(holder, to));
    }

    private static IResult End(
        string phone,
        string callId,
        HangUp hangUp,
        PhoneBook book,
        BusinessNumbers numbers,
        CallLog log,
        PhoneCalls calls
    )
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (log.Find(callId) is not { } call || call.Contact != holder.Number)
            return ControlApi.NotFound("such call of this phone");
        if (call.EndedAt is not null)
            return ControlApi.Conflict("The call has ended.");
        if (hangUp.Seconds < 0)
            return ControlApi.Invalid("'seconds' must not be negative.");

        var spoken = hangUp.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return Results.Ok(calls.End(call, holder, numbers.Get(call.NumberId), spoken));
    }
}
