using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control.Phones;

/// <summary>A phone to create, or what to change of one.</summary>
internal sealed record PhoneSettings
{
    public string? Number { get; init; }

    public string? Name { get; init; }

    public bool? OnWhatsApp { get; init; }

    public bool? AutoRead { get; init; }

    public bool? ReadReceipts { get; init; }

    public string? WaId { get; init; }

    public string? Username { get; init; }

    public bool? PhoneWithheld { get; init; }

    public bool? Landline { get; init; }

    public bool? Unreachable { get; init; }

    public Phone ApplyTo(Phone phone) =>
        phone with
        {
            Name = Name ?? phone.Name,
            OnWhatsApp = OnWhatsApp ?? phone.OnWhatsApp,
            AutoRead = AutoRead ?? phone.AutoRead,
            ReadReceipts = ReadReceipts ?? phone.ReadReceipts,
            WaId = WaId is null ? phone.WaId : PhoneNumber.TryDigitsOf(WaId),
            Username = Username ?? phone.Username,
            PhoneWithheld = PhoneWithheld ?? phone.PhoneWithheld,
            Landline = Landline ?? phone.Landline,
            Unreachable = Unreachable ?? phone.Unreachable,
        };
}

/// <summary><c>/control/phones</c>.</summary>
internal static class PhonesControl
{
    public static void MapPhones(this RouteGroupBuilder phones)
    {
        phones.MapGet("/", (PhoneBook book) => book.All());
        phones.MapPost("/", Create);
        phones.MapGet(
            "/{phone}",
            (string phone, PhoneBook book) => book.Lookup(phone) is { } found ? Results.Ok(found) : ControlApi.NotFound("such phone")
        );
        phones.MapPatch("/{phone}", Change);
        phones.MapPost(
            "/{phone}/block",
            (string phone, string? numberId, PhoneBook book, BusinessNumbers numbers) =>
                SetBlocked(phone, numberId, blocked: true, book, numbers)
        );
        phones.MapPost(
            "/{phone}/unblock",
            (string phone, string? numberId, PhoneBook book, BusinessNumbers numbers) =>
                SetBlocked(phone, numberId, blocked: false, book, numbers)
        );
        phones.MapChats();
        phones.MapTaps();
        phones.MapSmsChats();
        phones.MapActs();
        phones.MapFiles();
        phones.MapCalls();
        phones.MapCoexistence();
        phones.MapIdentity();
    }

    private static IResult Create(PhoneSettings settings, PhoneBook book)
    {
        if (settings.Number is null || PhoneNumber.TryDigitsOf(settings.Number) is not { } digits)
            return ControlApi.Invalid("'number' must be a phone number with country code.");

        var known = book.Find(digits);
        var phone = settings.ApplyTo(known ?? new Phone(digits, BusinessScopedUserId.Of(digits), $"Contact {digits[^4..]}"));
        book.Save(phone);
        return known is null ? Results.Created($"/control/phones/{digits}", phone) : Results.Ok(phone);
    }

    private static IResult Change(string phone, PhoneSettings settings, PhoneBook book)
    {
        if (book.Lookup(phone) is not { } known)
            return ControlApi.NotFound("such phone");
        if (settings.Number is not null && PhoneNumber.TryDigitsOf(settings.Number) != known.Number)
            return ControlApi.Invalid("'number' can't be changed.");

        var changed = settings.ApplyTo(known);
        book.Save(changed);
        return Results.Ok(changed);
    }

    private static IResult SetBlocked(string phone, string? numberId, bool blocked, PhoneBook book, BusinessNumbers numbers)
    {
        if (book.Lookup(phone) is not { } known)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(numberId) is not { } number)
            return ControlApi.NotFound("such number id");

        var others = known.Blocked.Where(id => id != number.Id);
        var changed = known with { Blocked = blocked ? [.. others, number.Id] : [.. others] };
        book.Save(changed);
        return Results.Ok(changed);
    }
}
