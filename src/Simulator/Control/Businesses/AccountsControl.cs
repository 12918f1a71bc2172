using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control.Businesses;

/// <param name="Locked">Of this nobody is told.</param>
internal sealed record AccountChanges(bool? Locked);

/// <summary><c>/control/accounts</c>: what Meta holds against a WhatsApp business account, and says about it.</summary>
internal static class AccountsControl
{
    private static readonly string[] BanStates = ["DISABLE", "REINSTATE", "SCHEDULE_FOR_DISABLE"];

    public static void MapAccounts(this RouteGroupBuilder accounts)
    {
        accounts.MapGet(
            "/{wabaId}",
            (string wabaId, BusinessNumbers numbers, AccountStates states) =>
                numbers.HasWaba(wabaId) ? Results.Ok(states.Of(wabaId)) : ControlApi.NotFound("such account")
        );
        accounts.MapPatch("/{wabaId}", Change);
        accounts.MapPost("/{wabaId}/update", Update);
        accounts.MapPost("/{wabaId}/alert", Alert);
    }

    private static IResult Change(string wabaId, AccountChanges changes, BusinessNumbers numbers, AccountStates states) =>
        numbers.HasWaba(wabaId)
            ? Results.Ok(states.Change(wabaId, state => state with { Locked = changes.Locked ?? state.Locked }))
            : ControlApi.NotFound("such account");

    private static IResult Update(string wabaId, AccountNotice notice, BusinessNumbers numbers, AccountNotices notices)
    {
        if (!numbers.HasWaba(wabaId))
            return ControlApi.NotFound("such account");
        if (notice.Event is not { Length: > 0 })
            return ControlApi.Invalid("'event' must be given, such as ACCOUNT_RESTRICTION.");
        if (notice.Restrictions?.Any(restriction => restriction is not { Type.Length: > 0, Seconds: null or > 0 }) == true)
            return ControlApi.Invalid("Each of 'restrictions' needs a 'type', and 'seconds' above 0 if it ends.");
        return notice.BanState is not null && !BanStates.Contains(notice.BanState)
            ? ControlApi.Invalid($"'banState' must be one of {string.Join(", ", BanStates)}.")
            : Results.Ok(notices.Update(wabaId, notice));
    }

    private static IResult Alert(string wabaId, AccountAlert alert, BusinessNumbers numbers, AccountNotices notices)
    {
        if (!numbers.HasWaba(wabaId))
            return ControlApi.NotFound("such account");
        if (alert.Type is not { Length: > 0 })
            return ControlApi.Invalid("'type' must be given.");

        notices.Alert(wabaId, alert);
        return Results.Accepted();
    }
}
