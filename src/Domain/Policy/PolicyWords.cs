using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Policy;

/// <summary>What people are told of policy.</summary>
public static class PolicyWords
{
    /// <summary>To who wanted to send it.</summary>
    /// <param name="policy">What was found.</param>
    /// <param name="contacts">The names of those who can be asked.</param>
    public static Refusal Blocked(PolicyMark policy, IReadOnlyList<string> contacts) =>
        Stopped(policy, contacts, rules => $"Your firm's policy does not let this out: {rules}. Change the message");

    /// <summary>To who wants to see a file.</summary>
    /// <inheritdoc cref="Blocked"/>
    public static Refusal FileWithheld(PolicyMark policy, IReadOnlyList<string> contacts) =>
        Stopped(policy, contacts, rules => $"Your firm's policy does not let this file be shown: {rules}. Do without it");

    private static Refusal Stopped(PolicyMark policy, IReadOnlyList<string> contacts, Func<string, string> words)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(contacts);
        List<string> rules =
            [.. policy.Findings.Where(finding => finding.Action == policy.Action).Select(finding => finding.Name).Distinct(StringComparer.Ordinal)];
        return new Refusal(
            RefusalCodes.BlockedByPolicy,
            words(Listed([.. rules.Select(rule => $"“{rule}”")], "and"))
            + (contacts is [] ? ", or ask your compliance officer." : $", or ask {Listed(contacts, "or")}."))
        {
            Policy = new PolicyStop(rules, contacts),
        };
    }

    private static string Listed(IReadOnlyList<string> words, string last) => words is [var only]
        ? only
        : $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}";
}
