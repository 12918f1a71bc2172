using MultiLine.Simulator.Phones.Messages;

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
            new Bubble(string.Join(", ", Contacts!.Select(card => card.Name!.FormattedName))) { Cards = [.. Contacts!.Select(Show)] }
        );

    /// <summary>The contact's own number, as the business asked for it.</summary>
    public static ContactMessage OfHolder(Phone phone, string asked)
    {
        var number = new CardPhone("+" + phone.Number, phone.Spelled, "CELL");
        IContactAct cards = new Cards([
            new Card(new CardName(phone.Name, phone.Name, null), [number], null, null) { Origin = "contact_request" },
        ]);
        return cards.Compose(null) with { ReplyTo = asked };
    }

    private static BubbleCard Show(Card card) =>
        new(card.Name!.FormattedName!, [.. (card.Phones ?? []).Select(phone => phone.Phone).OfType<string>()], card.Org?.Company);
}

internal sealed record Card(CardName? Name, IReadOnlyList<CardPhone>? Phones, IReadOnlyList<CardEmail>? Emails, CardCompany? Org)
{
    /// <summary><c>contact_request</c> if the business asked for it.</summary>
    public string? Origin { get; init; }
}

internal sealed record CardName(string? FormattedName, string? FirstName, string? LastName);

internal sealed record CardPhone(string? Phone, string? WaId, string? Type);

internal sealed record CardEmail(string? Email, string? Type);

internal sealed record CardCompany(string? Company, string? Department, string? Title);
