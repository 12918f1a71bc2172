using System.Collections.Immutable;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;
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
        SmsNotice = organization.SmsNoticeTemplate,
        OtherOptIns = organization.OtherOptIns is { } others ? [.. others.Select(ToWords)] : null,
    };

    public static RecordingCard ToRecording(this Organization organization) => new(
        organization.RuleOf(null)?.ToTerms(),
        [.. organization.Lines.Select(line => new LineRecording(
            line.Id, line.Name, organization.OwnRuleOf(line.Id)?.ToTerms(), organization.RuleOf(line.Id)?.ToTerms()))],
        [.. RecordingNotice.LanguagesWithout(organization)],
        RecordingNotice.IsMissingFromSmsNotice(organization));

    public static RecordingRule ToRule(this RecordingTerms terms) => new() { Recorded = terms.Recorded, Years = terms.Years, Days = terms.Days };

    private static RecordingTerms ToTerms(this RecordingRule rule) => new(rule.Recorded, rule.Years, rule.Days);

    public static PersonAccess ToAccess(this Person person) =>
        new(person.Id, person.Name, [.. person.Roles.Select(RoleNames.Name)], [.. person.Lines], person.WhatsAppEnabled);

    public static Person ToPerson(this NewPerson person, Organization organization) => new(person.Id ?? PersonIds.Free(organization, person.Name), person.Name)
    {
        Roles = [.. person.Roles.Distinct().Select(RoleNames.Read)],
        Lines = [.. person.Lines.Distinct()],
        WhatsAppEnabled = person.WhatsAppEnabled,
    };

    public static PersonChange ToChange(this PersonUpdate update) => new()
    {
        Name = update.Name,
        Roles = update.Roles?.Distinct().Select(RoleNames.Read).ToImmutableArray(),
        Lines = update.Lines?.Distinct().ToImmutableArray(),
        WhatsAppEnabled = update.WhatsAppEnabled,
    };

    public static OptInWords ToWords(this OptInText text) => new(text.Language, text.Body, text.Footer, text.Accept, text.Decline);

    public static OptInText ToText(this OptInWords words) => new(words.Language, words.Body, words.Footer, words.Accept, words.Decline);
}
