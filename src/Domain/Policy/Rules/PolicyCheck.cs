using System.Collections.Immutable;
using System.Globalization;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.WordLists;
using MultiLine.Domain.Surveillance;

namespace MultiLine.Domain.Policy.Rules;

/// <summary>What must be true of an organisation's whole policy before it comes into force.</summary>
public static class PolicyCheck
{
    /// <param name="above">The policies of the organisations above, the topmost first.</param>
    /// <param name="own">What is to come into force.</param>
    /// <returns>Whole sentences, each naming the rule or list and one thing that is wrong; empty where nothing is.</returns>
    public static ImmutableArray<string> Check(IReadOnlyList<PolicyLayer> above, PolicyLayer own)
    {
        ArgumentNullException.ThrowIfNull(above);
        ArgumentNullException.ThrowIfNull(own);
        var problems = ImmutableArray.CreateBuilder<string>();
        problems.AddRange(ProblemsOfCounts(own.Policy));
        problems.AddRange(Twice("rule", own.Policy.Rules.Select(rule => rule.Id)));
        problems.AddRange(Twice("word list", own.Policy.WordLists.Select(list => list.Id)));
        foreach (var list in own.Policy.WordLists)
            problems.AddRange(ProblemsOf(list).Select(problem => $"Word list “{list.Name}”: {problem}"));
        if (own.Policy.Sampling is { } sampling)
            problems.AddRange(Sampling.Problems(sampling));
        if (problems.Count > 0)
            return problems.ToImmutable();
        foreach (var rule in own.Policy.Rules)
            problems.AddRange(PolicyRules.Check([.. above, own], rule).Select(problem => $"Rule “{rule.Name}”: {problem}"));
        return problems.ToImmutable();
    }

    private static IEnumerable<string> ProblemsOfCounts(OrganizationPolicy policy)
    {
        foreach (var (what, count, most) in new[]
                 {
                     ("rules", policy.Rules.Length, PolicyLimits.Rules),
                     ("word lists", policy.WordLists.Length, PolicyLimits.WordLists),
                     ("words", policy.WordLists.Sum(list => list.Words.Length), PolicyLimits.Words),
                     ("expressions", policy.Rules.Sum(rule => rule.Expressions.Length), PolicyLimits.Expressions),
                 })
        {
            if (count > most)
                yield return string.Create(CultureInfo.InvariantCulture, $"The policy has {count} {what}; {most} are the most.");
        }
    }

    private static IEnumerable<string> Twice(string what, IEnumerable<string> ids) =>
        ids.CountBy(id => id, StringComparer.Ordinal).Where(id => id.Value > 1).Select(id => $"There are two or more of the id “{id.Key}” for a {what}.");

    private static IEnumerable<string> ProblemsOf(WordList list)
    {
        if (!KeyPart.IsValid(list.Id))
            yield return $"its id “{list.Id}” has to be 1 to {KeyPart.MaxLength} lower-case letters, digits, hyphens or underscores.";
        if (Names.Problem("its name", list.Name) is { } name)
            yield return name;
        if (list.Words.IsEmpty)
            yield return "it has no words.";
        foreach (var (word, weight) in list.Words)
        {
            if (word.Length > PolicyLimits.WordLength)
                yield return string.Create(CultureInfo.InvariantCulture, $"“{word}” has {word.Length} characters; {PolicyLimits.WordLength} are the most.");
            else if (LetterReader.Read(word) is [])
                yield return $"“{word}” has no letter and no digit.";
            if (weight is < 1 or > PolicyLimits.WordWeight)
                yield return string.Create(CultureInfo.InvariantCulture, $"“{word}” has the weight {weight}; it has to be 1 to {PolicyLimits.WordWeight}.");
        }
    }
}
