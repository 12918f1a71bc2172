namespace MultiLine.Simulator.Phones.Acts;

/// <summary>Contact cards that are shared.</summary>
internal sealed record Cards(IReadOnlyList<Card>? Contacts) : IContactAct
{
    string? IContactAct.Flaw =>
        Contacts is { Count: > 0 } && Contacts.All(card => card is { Name.FormattedName.Length: > 0 })
            ? null
            : "'contacts' must hold at least one card, each with 'name.formattedName'.";

    ContactMessage IContactAct.Compose(Message? about) =>
        new(
            "contacts",
            ContactMessage.WireForm(Contacts),
            new Bubble(string.Join(", ", Contacts!.Select(card => card.Name!.FormattedName)))
        );
}

internal sealed record Card(CardName? Name, IReadOnlyList<CardPhone>? Phones, IReadOnlyList<CardEmail>? Emails, CardCompany? Org);

internal sealed record CardName(string? FormattedName, string? FirstName, string? LastName);

internal sealed record CardPhone(string? Phone, string? WaId, string? Type);

internal sealed record CardEmail(string? Email, string? Type);

internal sealed record CardCompany(string? Company, string? Department, string? Title);
