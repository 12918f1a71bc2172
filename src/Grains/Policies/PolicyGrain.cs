using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Content;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Policies;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Policies;

namespace MultiLine.Grains.Policies;

/// <summary>The one in the cluster that changes an organisation's policy.</summary>
[GrainType("policy")]
public sealed class PolicyGrain(IPolicyStore store, CompiledPolicies compiled, AuditJournal audit, TimeProvider time) : Grain, IPolicyGrain
{
    private static readonly byte[] Empty = PolicyFormat.Write(new OrganizationPolicy());

    private string Id => this.GetPrimaryKeyString();

    private IOrganizationGrain Organization => GrainFactory.GetGrain<IOrganizationGrain>(Id);

    /// <summary>A change that came into force is recorded, though the one who made it did not live to do it.</summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (Own(await Organization.GetPolicies()) is { } own)
        {
            await Record(own.Version);
        }
    }

    public async Task<PolicyCard> Get()
    {
        var policies = await Organization.GetPolicies();
        var own = Own(policies);
        var inherited = new List<InheritedPolicy>();
        foreach (var policy in Inherited(policies))
        {
            var name = (await GrainFactory.GetGrain<IOrganizationGrain>(policy.Organization).Get())?.Name ?? policy.Organization;
            inherited.Add(new InheritedPolicy(policy, name, Encoding.UTF8.GetString(await Body(policy))));
        }

        return new PolicyCard(own?.Version, Encoding.UTF8.GetString(own is null ? Empty : await Body(own)), inherited);
    }

    public async Task<PolicySaved> Save(PolicyChange change)
    {
        var (policy, problems) = await Read(change.Body);
        if (policy is null || problems is not [])
        {
            return new PolicySaved(null, problems, null);
        }

        var body = PolicyFormat.Write(policy);
        var version = await store.AddAsync(Id, new StoredPolicy(body, change.Person, time.GetUtcNow()));
        if ((await Organization.PutPolicyInForce(version, change.Replaced)).Refusal is { } refusal)
        {
            return new PolicySaved(null, [], refusal);
        }

        await Record(version);
        return new PolicySaved(version, [], null);
    }

    public async Task<IReadOnlyList<string>> Check(string body) => (await Read(body)).Problems;

    public async Task<PolicyTrial> Try(PolicyTrialRequest request)
    {
        var policies = await Organization.GetPolicies();
        CompiledPolicy? policy;
        if (request.Body is null)
        {
            policy = await compiled.GetAsync(policies);
        }
        else
        {
            var (read, problems) = await Read(request.Body);
            if (read is null || problems is not [])
            {
                return new PolicyTrial(null, null, [], problems);
            }

            policy = await compiled.TryAsync([.. Inherited(policies)], new PolicyLayer(Id, read));
        }

        var content = new MessageContent { Text = request.Text };
        var subject = new Subject(
            request.Inbound ? Direction.In : Direction.Out,
            Channels.Parse(request.Channel) ?? throw new ArgumentException($"No channel is called {request.Channel}.", nameof(request)),
            content)
        {
            People = request.Person is { } person ? [person] : null,
        };
        var verdict = policy?.Inspect(subject) ?? Verdict.Clear;
        var inspected = Inspected.Of(content, verdict);
        return new PolicyTrial(
            verdict.Action is { } action ? Words.Of(action) : null,
            inspected.Left.Text,
            [.. (inspected.Found?.Findings ?? []).Select(finding => new PolicyFindingPart(
                finding.Organization, finding.Rule, finding.Name, Words.Of(finding.Action), finding.Types, finding.Hits))],
            []);
    }

    /// <summary>The policy, if it can be understood, and what is wrong with it.</summary>
    private async Task<(OrganizationPolicy? Policy, IReadOnlyList<string> Problems)> Read(string body) =>
        await compiled.CheckAsync(Id, body, [.. Inherited(await Organization.GetPolicies())]);

    private async Task Record(long version)
    {
        var stored = await Stored(new PolicyReference(Id, version));
        await audit.RecordAsync(
            Id,
            new PolicyChanged
            {
                At = stored.SavedAt, Person = stored.Person, Version = version, Sha256 = Convert.ToHexStringLower(SHA256.HashData(stored.Body)),
            },
            once: $"policy:{version}");
    }

    private async Task<byte[]> Body(PolicyReference policy) => (await Stored(policy)).Body;

    private async Task<StoredPolicy> Stored(PolicyReference policy) => await store.FindAsync(policy.Organization, policy.Version)
        ?? throw new InvalidDataException($"{policy.Organization} has no policy {policy.Version}, which is in force.");

    private PolicyReference? Own(IReadOnlyList<PolicyReference> policies) => policies.FirstOrDefault(policy => policy.Organization == Id);

    private IEnumerable<PolicyReference> Inherited(IReadOnlyList<PolicyReference> policies) => policies.Where(policy => policy.Organization != Id);
}
