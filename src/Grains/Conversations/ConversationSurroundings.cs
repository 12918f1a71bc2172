using MultiLine.Domain;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Templates;
using MultiLine.Grains.Contacts;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Templates;

namespace MultiLine.Grains.Conversations;

/// <summary>What a conversation asks others before it decides. None of them ever calls a conversation.</summary>
internal sealed class ConversationSurroundings(IGrainFactory grains, ConversationKey key, ConversationOptions options)
{
    private IOrganizationGrain Organization => grains.GetGrain<IOrganizationGrain>(key.Organization);

    private ITemplateCatalogGrain Catalog => grains.GetGrain<ITemplateCatalogGrain>(key.Organization);

    private IContactGrain Contact => grains.GetGrain<IContactGrain>(GrainKeys.Contact(key.Organization, key.Contact));

    /// <summary>What the organisation has set for the line.</summary>
    /// <param name="person">Whose right to send counts; null for the line's alone.</param>
    public Task<SendingSettings> Settings(string? person) => Organization.GetSending(key.Line, person);

    /// <param name="person">Whose right to send counts; null for the line's alone.</param>
    /// <param name="channel">Where it would be sent.</param>
    public async Task<Surroundings> Look(string? person, Channel channel)
    {
        var settings = await Settings(person);
        var contact = await Contact.GetAddress();
        return new Surroundings(
            settings,
            contact?.Name ?? "",
            new SendingFacts(
                channel == Channel.Sms ? settings.SmsNumber : settings.Number,
                contact?.Aliases() ?? Aliases.None)
            {
                MergedInto = contact?.MergedInto,
                OptInLanguages = settings.OptInLanguages ?? [],
                PolicyContacts = settings.PolicyContacts ?? [],
            },
            options.Rules(settings.FirstMessageIsConsent));
    }

    public async Task<MessageTemplate?> FindTemplate(string name, string language) => (await Catalog.Find(name, language))?.ToTemplate();

    /// <summary>What the provider takes this template for now; as it was chosen, where the catalogue does not have it any more.</summary>
    public async Task<string?> CategoryOf(TemplateReference? chosen) =>
        chosen is null ? null : (await Catalog.Find(chosen.Name, chosen.Language))?.Category ?? chosen.Category;

    /// <param name="around">What else is known.</param>
    /// <param name="chosen">The language that the sender chose; null where nobody did.</param>
    /// <param name="last">The language in which the contact was asked last; null where nobody asked.</param>
    /// <param name="time">The clock, for the message's id.</param>
    public async Task<OptInDraft> DraftOptIn(Surroundings around, string? chosen, string? last, TimeProvider time)
    {
        var template = await FindOptIn(around.Settings.OptInLanguages, chosen, last);
        return OptInDraft.Of(template?.ToTemplate(), around.ContactName, around.Settings.OrganizationName, time);
    }

    private async Task<TemplateCard?> FindOptIn(IReadOnlyList<string>? held, string? chosen, string? last)
    {
        // With one language only, the question of the release before is enough: its silos may still hold the catalogue.
        if (held is null or [_])
        {
            var newest = await Catalog.FindOptIn();
            if (held is null || newest is null || newest.Language == held[0])
            {
                return newest;
            }
        }

        var language = OptInLanguage.Of(held, chosen, last);
        return await Catalog.FindOptInOf(language.Wanted, language.Otherwise);
    }
}

internal sealed record Surroundings(SendingSettings Settings, string ContactName, SendingFacts Facts, ConversationRules Rules);
