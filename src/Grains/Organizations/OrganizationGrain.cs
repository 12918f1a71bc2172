using Microsoft.Extensions.Options;
using MultiLine.Connectors.Sms;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>
/// The one in the cluster that changes an organisation. The <c>multiline</c> command may change it too, beside the running system, so what was
/// read is believed for a moment only.
/// </summary>
[GrainType("organization")]
public sealed class OrganizationGrain(IOrganizationStore store, IOptions<SmsOptions> sms, TimeProvider time) : Grain, IOrganizationGrain
{
    private readonly Believed<StoredOrganization> _stored = new(time);

    private string Id => this.GetPrimaryKeyString();

    public async Task<OrganizationCard?> Get() => (await Current())?.ToCard();

    public async Task<PersonAccess?> GetAccess(string person) => (await Current())?.FindPerson(person)?.ToAccess();

    public async Task<SendingSettings> GetSending(string line, string? person)
    {
        var organization = await Current() ?? throw new InvalidOperationException($"There is no organisation {Id}.");
        return new SendingSettings(
            Number(Channel.WhatsApp),
            organization.Name,
            organization.FirstMessageIsConsent,
            organization.StopConfirmation)
        {
            SmsNumber = sms.Value.Enabled ? Number(Channel.Sms) : null,
            SmsNotice = organization.SmsNotice,
        };

        string? Number(Channel channel) =>
            person is null || organization.MayUse(person, line, channel) ? organization.SendingNumber(line, channel) : null;
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

    public Task<Outcome> SetSwitches(OrganizationSwitches switches) => Change(organization => organization with
    {
        WhatsAppEnabled = switches.WhatsAppEnabled ?? organization.WhatsAppEnabled,
        FirstMessageIsConsent = switches.FirstMessageIsConsent ?? organization.FirstMessageIsConsent,
        SmsDisclaimer = switches.SmsDisclaimer ?? organization.SmsDisclaimer,
    });

    private async Task<Organization?> Current() => (await Stored())?.Organization;

    private async Task<StoredOrganization?> Stored() => _stored.Value ??= await store.FindAsync(Id);

    private async Task<Outcome> Change(Func<Organization, Organization> change)
    {
        while (true)
        {
            if (await Stored() is not { } stored)
            {
                return Outcome.Refuse(RefusalCodes.NotFound, "There is no such organisation.");
            }

            var changed = change(stored.Organization);
            switch (await store.SaveAsync(changed, stored.Version))
            {
                case SaveOrganizationResult.Saved:
                    _stored.Value = new StoredOrganization(changed, stored.Version + 1);
                    return Outcome.Done;
                case SaveOrganizationResult.NumberTaken:
                    return Outcome.Refuse(RefusalCodes.InvalidRequest, "One of the numbers belongs to another line.");
                default:
                    _stored.Value = null;
                    break;
            }
        }
    }
}
