using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>The one that changes an organisation. An organisation that is made while the system runs is found at the next call.</summary>
[GrainType("organization")]
public sealed class OrganizationGrain(IOrganizationStore store) : Grain, IOrganizationGrain
{
    private StoredOrganization? _stored;

    private string Id => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _stored = await store.FindAsync(Id, cancellationToken);

    public async Task<OrganizationCard?> Get() => (await Current())?.ToCard();

    public async Task<PersonAccess?> GetAccess(string person) => (await Current())?.FindPerson(person)?.ToAccess();

    public async Task<SendingSettings> GetSending(string line, string? person)
    {
        var organization = await Current() ?? throw new InvalidOperationException($"There is no organisation {Id}.");
        var may = person is null || organization.MayUse(person, line, Channel.WhatsApp);
        return new SendingSettings(
            may ? organization.SendingNumber(line, Channel.WhatsApp) : null,
            organization.Name,
            organization.FirstMessageIsConsent,
            organization.StopConfirmation);
    }

    public async Task<Outcome> SetOptInText(OptInWords words)
    {
        var submitted = await GrainFactory.GetGrain<ITemplateCatalogGrain>(Id).SubmitOptIn(words);
        if (submitted.Refusal is { } refusal)
        {
            return new Outcome(refusal);
        }

        return await Change(organization => organization with { OptIn = words.ToText() });
    }

    public Task<Outcome> SetWhatsAppEnabled(bool enabled) => Change(organization => organization with { WhatsAppEnabled = enabled });

    private async Task<Organization?> Current() => (_stored ??= await store.FindAsync(Id))?.Organization;

    private async Task<Outcome> Change(Func<Organization, Organization> change)
    {
        while (true)
        {
            if (await Current() is not { } organization)
            {
                return Outcome.Refuse(RefusalCodes.NotFound, "There is no such organisation.");
            }

            var changed = change(organization);
            switch (await store.SaveAsync(changed, _stored!.Version))
            {
                case SaveOrganizationResult.Saved:
                    _stored = new StoredOrganization(changed, _stored.Version + 1);
                    return Outcome.Done;
                case SaveOrganizationResult.NumberTaken:
                    return Outcome.Refuse(RefusalCodes.InvalidRequest, "One of the numbers belongs to another line.");
                default:
                    _stored = await store.FindAsync(Id);
                    break;
            }
        }
    }
}
