using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>Organisations as they cross grain calls.</summary>
internal static class OrganizationCards
{
    public static OrganizationCard ToCard(this Organization organization) => new()
    {
        Id = organization.Id,
        Name = organization.Name,
        WhatsAppEnabled = organization.WhatsAppEnabled,
        WhatsAppAccount = organization.WhatsAppAccount,
        OptIn = organization.OptIn.ToWords(),
        Lines = [.. organization.Lines.Select(line => new LineCard(
            line.Id, line.Name, [.. line.Numbers.Select(number => new NumberCard(number.Channel.Name(), number.Id, number.Display))]))],
        People = [.. organization.People.Select(ToAccess)],
        FirstMessageIsConsent = organization.FirstMessageIsConsent,
        SmsNotice = organization.SmsNotice,
    };

    public static PersonAccess ToAccess(this Person person) =>
        new(person.Id, person.Name, [.. person.Roles.Select(Words.Of)], [.. person.Lines], person.WhatsAppEnabled);

    public static OptInWords ToWords(this OptInText text) => new(text.Language, text.Body, text.Footer, text.Accept, text.Decline);

    public static OptInText ToText(this OptInWords words) => new(words.Language, words.Body, words.Footer, words.Accept, words.Decline);
}
