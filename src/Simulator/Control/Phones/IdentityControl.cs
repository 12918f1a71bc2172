using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control.Phones;

internal sealed record NumberChange(string? Number);

/// <param name="Value"><c>stop</c> or <c>resume</c>.</param>
internal sealed record MarketingWish(string? Value);

/// <summary>What a contact changes about itself.</summary>
internal static class IdentityControl
{
    public static void MapIdentity(this RouteGroupBuilder phones)
    {
        phones.MapPost("/{phone}/number", ChangeNumber);
        phones.MapPost("/{phone}/marketing", SetMarketing);
        phones.MapPost(
            "/{phone}/reinstall",
            (string phone, PhoneBook book, IdentityActs acts) =>
                book.Lookup(phone) is { } holder ? Results.Ok(acts.Reinstall(holder)) : ControlApi.NotFound("such phone")
        );
    }

    private static IResult ChangeNumber(string phone, NumberChange change, PhoneBook book, IdentityActs acts)
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (change.Number is null || PhoneNumber.TryDigitsOf(change.Number) is not { } digits)
            return ControlApi.Invalid("'number' must be a phone number with country code.");

        return book.FindSpelled(digits) is not null
            ? ControlApi.Conflict("A phone has this number already.")
            : Results.Ok(acts.ChangeNumber(holder, digits));
    }

    private static IResult SetMarketing(
        string phone,
        string? numberId,
        MarketingWish wish,
        PhoneBook book,
        BusinessNumbers numbers,
        IdentityActs acts
    )
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(numberId) is not { } business)
            return ControlApi.NotFound("such number id");
        if (wish.Value is not ("stop" or "resume"))
            return ControlApi.Invalid("'value' must be 'stop' or 'resume'.");

        return Results.Ok(acts.SetMarketing(holder, business, stopped: wish.Value == "stop"));
    }
}
