using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Policy.Corpus;

/// <summary>Everything switched on: every detector, the words and the ordinary expressions.</summary>
internal static class FirmPolicy
{
    public static OrganizationPolicy Policy { get; } = new()
    {
        WordLists = Lexicon.Lists,
        Rules =
        [
            Rule("detectors", "My card is 4111 1111 1111 1111.") with { Detectors = [.. Detectors.All.Select(detector => new DetectorChoice(detector.Type))] },
            Rule("words", $"That is {Lexicon.Lists[0].Words[0].Text}.") with { WordLists = [.. Lexicon.Lists.Select(list => list.Id)] },
            Rule("expressions", "We speak of project Falcon.") with { Expressions = OrdinaryExpressions.All },
        ],
    };

    private static PolicyRule Rule(string id, string example) => new()
    {
        Id = id,
        Name = id,
        Action = PolicyAction.Redact,
        MustMatch = [new RuleExample { Text = example }],
        MustNotMatch = [new RuleExample { Text = "See you on Monday." }],
    };
}
