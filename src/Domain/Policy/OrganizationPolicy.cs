using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Domain.Policy.WordLists;
using MultiLine.Domain.Surveillance;

namespace MultiLine.Domain.Policy;

/// <summary>What one organisation says itself about messages. Those above it add theirs: see <see cref="Inspection.CompiledPolicy"/>.</summary>
public sealed record OrganizationPolicy
{
    /// <summary>The schema version that is written today. All versions up to it can be read.</summary>
    public const int Schema = 1;

    /// <summary>Lists that the rules of this organisation, and of those below it, can look for.</summary>
    public ImmutableArray<WordList> WordLists { get; init; } = [];

    public ImmutableArray<PolicyRule> Rules { get; init; } = [];

    /// <summary>Null: none of the messages in which nothing was found is looked at.</summary>
    public SamplingPlan? Sampling { get; init; }

    [JsonInclude, JsonRequired, JsonPropertyName("schema"), JsonPropertyOrder(-1)]
    internal int WrittenSchema { get; init; } = Schema;
}
