using Microsoft.Extensions.Options;
using MultiLine.Connectors.Sms;
using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;
using MultiLine.Domain.Templates;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>
/// The one in the cluster that changes an organisation. The <c>multiline</c> command may change it too, beside the running system, so what was
/// read is believed for a moment only.
/// </summary>
[GrainType("organization")]
public sealed class OrganizationGrain(IOrganizationStore store, AuditJournal audit, IOptions<SmsOptions> sms, TimeProvider time) : Grain, IOrganizationGrain
{
    private readonly Believed<StoredOrganization> _stored = new(time);
    private readonly Dictionary<(string Line, string? Person), SendingSettings> _sending = [];
    private Organization? _sendingOf;

    private string Id => this.GetPrimaryKeyString();

    public async Task<OrganizationCard?> Get() => (await Current())?.ToCard();

    public async Task<PersonAccess?> GetAccess(string person) => (await Current())?.FindPerson(person)?.ToAccess();

    public async Task<SendingSettings> GetSending(string line, string? person)
    {
        var organization = await Current() ?? throw new InvalidOperationException($"There is no organisation {Id}.");
        if (organization.Parent is not null)
        {
            return Sending(organization, line, person, await PoliciesOf(organization));
        }

        // Asked with each message. Without one above it nothing but the organisation itself changes the answer.
        if (!ReferenceEquals(organization, _sendingOf))
        {
            _sending.Clear();
            _sendingOf = organization;
        }

        if (!_sending.TryGetValue((line, person), out var settings))
        {
            _sending[(line, person)] = settings = Sending(organization, line, person, await PoliciesOf(organization));
        }

        return settings;
    }

    private SendingSettings Sending(Organization organization, string line, string? person, List<PolicyReference> policies)
    {
        return new SendingSettings(
            Number(Channel.WhatsApp),
            organization.Name,
            organization.FirstMessageIsConsent,
            organization.StopConfirmation)
        {
            SmsNumber = sms.Value.Enabled ? Number(Channel.Sms) : null,
            SmsNotice = organization.SmsNotice,
            OptInLanguages = [.. organization.OptIns().Select(text => text.Language)],
            Policies = policies,
            PolicyContacts = [.. organization.People.Where(candidate => candidate.Roles.Contains(Role.Compliance)).Select(candidate => candidate.Name)],
            LinePeople = [.. organization.People.Where(candidate => candidate.Lines.Contains(line)).Select(candidate => candidate.Id)],
        };

        string? Number(Channel channel) =>
            person is null || organization.MayUse(person, line, channel) ? organization.SendingNumber(line, channel) : null;
    }

    public async Task<IReadOnlyList<PolicyReference>> GetPolicies() => await Current() is { } organization ? await PoliciesOf(organization) : new List<PolicyReference>();

    public Task<Outcome> PutPolicyInForce(long version, long? replaced) => Change(organization => organization.PutPolicyInForce(version, replaced));

    public async Task<Outcome> SetOptInText(OptInWords words)
    {
        var submitted = await GrainFactory.GetGrain<ITemplateCatalogGrain>(Id).SubmitOptIn(words);
        if (submitted.Refusal is { } refusal)
        {
            return new Outcome(refusal);
        }

        return await Change(organization => organization.WithOptIn(words.ToText()));
    }

    public async Task<Outcome> SetDefaultOptIn(string language)
    {
        var request = await GrainFactory.GetGrain<ITemplateCatalogGrain>(Id).FindOptInOf(language, language);
        return await Change(organization => organization.WithDefaultOptIn(language, isApproved: request?.Status == Words.Of(TemplateStatus.Approved)));
    }

    public Task<Outcome> RemoveOptInText(string language) => Change(organization => organization.WithoutOptIn(language));

    public Task<Outcome> SetSwitches(OrganizationSwitches switches) => Change(organization => organization with
    {
        WhatsAppEnabled = switches.WhatsAppEnabled ?? organization.WhatsAppEnabled,
        FirstMessageIsConsent = switches.FirstMessageIsConsent ?? organization.FirstMessageIsConsent,
        SmsDisclaimer = switches.SmsDisclaimer ?? organization.SmsDisclaimer,
    });

    public async Task<RecordingCard?> GetRecording() => (await Current())?.ToRecording();

    public Task<Outcome> SetRecording(RecordingChoice choice)
    {
        var now = time.GetUtcNow();
        var rule = choice.Terms?.ToRule();
        return Change(
            organization => organization.WithRecording(choice.Line, rule, now),
            new RecordingChanged { At = now, Person = choice.Person, Line = choice.Line, Rule = rule });
    }

    public Task<Outcome> RenameLine(string line, string name) => Change(organization => organization.RenameLine(line, name));

    public async Task<PersonResult> AddPerson(NewPerson person)
    {
        PersonAccess? added = null;
        var outcome = await Change(organization =>
        {
            var joining = person.ToPerson(organization);
            added = joining.ToAccess();
            return organization.AddBy(person.By, joining);
        });
        return new PersonResult(outcome.Refusal is null ? added : null, outcome.Refusal);
    }

    public async Task<PersonResult> ChangePerson(PersonUpdate update)
    {
        PersonAccess? changed = null;
        var outcome = await Change(organization =>
        {
            var decision = organization.ChangeBy(update.By, update.Person, update.ToChange());
            changed = decision.Changed?.FindPerson(update.Person)?.ToAccess();
            return decision;
        });
        return new PersonResult(outcome.Refusal is null ? changed : null, outcome.Refusal);
    }

    private async Task<List<PolicyReference>> PoliciesOf(Organization organization)
    {
        List<PolicyReference> policies =
            organization.Parent is { } parent ? [.. await GrainFactory.GetGrain<IOrganizationGrain>(parent).GetPolicies()] : [];
        if (organization.PolicyVersion is { } version)
        {
            policies.Add(new PolicyReference(Id, version));
        }

        return policies;
    }

    private async Task<Organization?> Current() => (await Stored())?.Organization;

    private async Task<StoredOrganization?> Stored() => _stored.Value ??= await store.FindAsync(Id);

    private Task<Outcome> Change(Func<Organization, Organization> change) => Change(organization => OrganizationDecision.To(change(organization)));

    /// <param name="change">What becomes of it.</param>
    /// <param name="act">Recorded together with the change, where it is one that has to be known later.</param>
    private async Task<Outcome> Change(Func<Organization, OrganizationDecision> change, AuditEvent? act = null)
    {
        while (true)
        {
            if (await Stored() is not { } stored)
            {
                return Outcome.Refuse(RefusalCodes.NotFound, "There is no such organisation.");
            }

            var decision = change(stored.Organization);
            if (decision.Changed is not { } changed)
            {
                return new Outcome(Words.Of(decision.Refusal));
            }

            if (act is not null && changed == stored.Organization)
            {
                return Outcome.Done;
            }

            switch (await store.SaveAsync(changed, stored.Version, act is null ? null : await audit.PrepareAsync(Id, act)))
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
