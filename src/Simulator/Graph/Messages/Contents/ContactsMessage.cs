using System.Text.Json.Serialization;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Contents;

/// <summary>One person or company.</summary>
internal sealed record ContactCard(
    ContactName? Name,
    IReadOnlyList<ContactPhone>? Phones,
    IReadOnlyList<ContactEmail>? Emails,
    IReadOnlyList<ContactAddress>? Addresses,
    IReadOnlyList<ContactUrl>? Urls,
    ContactCompany? Org,
    string? Birthday
);

internal sealed record ContactName(
    string? FormattedName,
    string? FirstName,
    string? LastName,
    string? MiddleName,
    string? Suffix,
    string? Prefix
)
{
    /// <summary>The formatted name alone is not taken.</summary>
    [JsonIgnore]
    public bool HasPart => (FirstName ?? LastName ?? MiddleName ?? Suffix ?? Prefix) is { Length: > 0 };
}

internal sealed record ContactPhone(string? Phone, string? Type, string? WaId);

internal sealed record ContactEmail(string? Email, string? Type);

internal sealed record ContactUrl(string? Url, string? Type);

internal sealed record ContactCompany(string? Company, string? Department, string? Title);

internal sealed record ContactAddress(
    string? Street,
    string? City,
    string? State,
    string? Zip,
    string? Country,
    string? CountryCode,
    string? Type
);

/// <summary>Contact cards.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages"/></remarks>
internal static class ContactsMessage
{
    private const int MostCards = 257;

    public static Answer<Draft> Compose(IReadOnlyList<ContactCard>? contacts)
    {
        if (contacts is not { Count: > 0 })
            return GraphErrors.ParameterRequired("contacts");
        if (contacts.Count > MostCards)
            return GraphErrors.ParameterInvalid($"There can be at most {MostCards} contacts.");
        if (contacts.Any(card => card?.Name is not { FormattedName.Length: > 0 }))
            return GraphErrors.ParameterMissing("Each contact needs name.formatted_name.");
        if (contacts.Any(card => !card.Name!.HasPart))
            return GraphErrors.ParameterMissing("Each contact's name needs a part beside formatted_name, such as first_name.");

        var cards = contacts.Select(Show).ToList();
        return new Draft("contacts", new Bubble(string.Join(", ", cards.Select(card => card.Name))) { Cards = cards }, "service");
    }

    private static BubbleCard Show(ContactCard card) =>
        new(card.Name!.FormattedName!, [.. (card.Phones ?? []).Select(phone => phone.Phone).OfType<string>()], card.Org?.Company);
}
