using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Policy;

/// <summary>What people are told of policy.</summary>
public static class PolicyWords
{
    /// <summary>To who wanted to send it.</summary>
    /// <param name="policy">What was found.</param>
    /// <param name="contacts">The names of those who can be asked.</param>
    public static Refusal Blocked(PolicyMark policy, IReadOnlyList<string> contacts)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(contacts);
        List<string> rules =
            [.. policy.Findings.Where(finding => finding.Action == policy.Action).Select(finding => finding.Name).Distinct(StringComparer.Ordinal)];
        return new Refusal(
            RefusalCodes.BlockedByPolicy,
            $"Your firm's policy does not let this out: {Listed([.. rules.Select(rule => $"“{rule}”")], "and")}. Change the message"
            + (contacts is [] ? ", or ask your compliance officer." : $", or ask {Listed(contacts, "or")}."))
        {
            Policy = new PolicyStop(rules, contacts),
        };
    }

    private static string Listed(IReadOnlyList<string> words, string last) => words is [var only]
        ? only
        : $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}";
}
