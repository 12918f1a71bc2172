using MultiLine.Domain;
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

    /// <param name="person">Whose right to send counts; null for the line's alone.</param>
    /// <param name="channel">Where it would be sent.</param>
    public async Task<Surroundings> Look(string? person, Channel channel)
    {
        var settings = await Organization.GetSending(key.Line, person);
        var contact = await Contact.GetAddress();
        return new Surroundings(
            settings,
            contact?.Name ?? "",
            new SendingFacts(
                channel == Channel.Sms ? settings.SmsNumber : settings.Number,
                contact?.Aliases() ?? Aliases.None)
            {
                MergedInto = contact?.MergedInto,
            },
            options.Rules(settings.FirstMessageIsConsent));
    }

    public async Task<MessageTemplate?> FindTemplate(string name, string language) => (await Catalog.Find(name, language))?.ToTemplate();

    /// <summary>What the provider takes this template for now; as it was chosen, where the catalogue does not have it any more.</summary>
    public async Task<string?> CategoryOf(TemplateReference? chosen) =>
        chosen is null ? null : (await Catalog.Find(chosen.Name, chosen.Language))?.Category ?? chosen.Category;

    public async Task<OptInDraft> DraftOptIn(Surroundings around, TimeProvider time) => OptInDraft.Of(
        (await Catalog.FindOptIn())?.ToTemplate(), around.ContactName, around.Settings.OrganizationName, time);
}

internal sealed record Surroundings(SendingSettings Settings, string ContactName, SendingFacts Facts, ConversationRules Rules);
