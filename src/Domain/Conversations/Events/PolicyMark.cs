using MultiLine.Domain.Policy;

namespace MultiLine.Domain.Conversations.Events;

/// <summary>What the firm's policy found in a message, and what was done with it. Nothing in it repeats what was found.</summary>
/// <param name="Action">The strictest of the findings'.</param>
/// <param name="Findings">At least one, the strictest first.</param>
public sealed record PolicyMark(PolicyAction Action, IReadOnlyList<PolicyFinding> Findings)
{
    /// <summary>Commits to the message as it was, which is sealed apart; null where it was left as it was.</summary>
    public string? Original { get; init; }

    public bool Equals(PolicyMark? other) =>
        other is not null && Action == other.Action && Original == other.Original && Findings.SequenceEqual(other.Findings);

    public override int GetHashCode() => HashCode.Combine(Action, Original, Findings.Count);
}

/// <summary>What one rule found.</summary>
/// <param name="Organization">Whose rule: the organisation's own or one above it.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Name">What the rule was called.</param>
/// <param name="Action">What the rule asks for.</param>
/// <param name="Types">What was found: types of detectors, names of word lists and of expressions, each once.</param>
/// <param name="Hits">How many places.</param>
public sealed record PolicyFinding(
    string Organization, string Rule, string Name, PolicyAction Action, IReadOnlyList<string> Types, int Hits)
{
    public bool Equals(PolicyFinding? other) =>
        other is not null
        && (Organization, Rule, Name, Action, Hits) == (other.Organization, other.Rule, other.Name, other.Action, other.Hits)
        && Types.SequenceEqual(other.Types);

    public override int GetHashCode() => HashCode.Combine(Organization, Rule, Name, Action, Types.Count, Hits);
}

/// <summary>An event of a message that policy has looked at.</summary>
public interface IInspectedEvent : IMessageEvent
{
    /// <summary>Null where it found nothing.</summary>
    PolicyMark? Policy { get; }
}
