using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Storage.Policies;

namespace MultiLine.Grains.Policies;

/// <summary>
/// The policies of this silo's organisations, each compiled once. Which one is in force, the organisation says with each message; the newest of an
/// organisation takes the place of the one before.
/// </summary>
public sealed class CompiledPolicies(IPolicyStore store)
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <param name="policies">Those that apply, the outermost organisation's first.</param>
    /// <returns>Null where there are none.</returns>
    public async ValueTask<CompiledPolicy?> GetAsync(IReadOnlyList<PolicyReference>? policies)
    {
        if (policies is null or [])
        {
            return null;
        }

        // Who has no policy of its own has the same list as the one above it.
        var organization = policies[^1].Organization;
        if (_kept.TryGetValue(organization, out var kept) && kept.References.SequenceEqual(policies))
        {
            return kept.Policy;
        }

        var compiled = await CompileAsync(policies);
        _kept[organization] = new Kept(policies, compiled);
        return compiled;
    }

    /// <summary>Compiles what is not in force.</summary>
    /// <param name="policies">What comes before it, the outermost organisation's first.</param>
    /// <param name="own">The organisation's own.</param>
    public async Task<CompiledPolicy> TryAsync(IReadOnlyList<PolicyReference> policies, PolicyLayer own) =>
        CompiledPolicy.Compile([.. await ReadAsync(policies), own]);

    /// <summary>An organisation's own policy, if it can be understood, and what is wrong with it.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="body">JSON.</param>
    /// <param name="inherited">Those that come before it, the outermost organisation's first.</param>
    public async Task<(OrganizationPolicy? Policy, IReadOnlyList<string> Problems)> CheckAsync(
        string organization, string body, IReadOnlyList<PolicyReference> inherited)
    {
        try
        {
            var policy = PolicyFormat.Read(Encoding.UTF8.GetBytes(body));
            return (policy, PolicyCheck.Check(await ReadAsync(inherited), new PolicyLayer(organization, policy)).ToList());
        }
        catch (JsonException e)
        {
            return (null, new List<string> { e.Message });
        }
    }

    private async Task<OrganizationPolicy> ReadAsync(PolicyReference policy)
    {
        return await store.FindAsync(policy.Organization, policy.Version) is { } stored
            ? PolicyFormat.Read(stored.Body)
            : throw new InvalidDataException($"{policy.Organization} has no policy {policy.Version}, which is in force.");
    }

    private async Task<CompiledPolicy> CompileAsync(IReadOnlyList<PolicyReference> policies) => CompiledPolicy.Compile(await ReadAsync(policies));

    public async Task<IReadOnlyList<PolicyLayer>> ReadAsync(IReadOnlyList<PolicyReference> policies)
    {
        List<PolicyLayer> read = [];
        foreach (var policy in policies)
        {
            read.Add(new PolicyLayer(policy.Organization, await ReadAsync(policy)));
        }

        return read;
    }

    private sealed record Kept(IReadOnlyList<PolicyReference> References, CompiledPolicy Policy);
}
