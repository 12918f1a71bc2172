using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Policy.Corpus;

namespace MultiLine.Policy;

/// <summary>What looks into a message, and says how much it has found there.</summary>
internal sealed class Engine
{
    private readonly Func<MessageContent, int> _look;

    private Engine(Func<MessageContent, int> look) => _look = look;

    /// <summary>Every detector, without rules.</summary>
    public static Engine DetectorsAlone()
    {
        List<Hit> hits = [];
        return new Engine(message =>
        {
            hits.Clear();
            Detectors.Find(message.Text!, DetectorSet.All, hits);
            return hits.Count;
        });
    }

    /// <summary>Every detector, the words and the ordinary expressions: a policy newly compiled.</summary>
    public static Engine Everything() => Of(FirmPolicy.Policy);

    /// <summary>A policy newly compiled that looks for one expression and nothing else.</summary>
    public static Engine Alone(string pattern) => Of(new OrganizationPolicy { Rules = [Alone("expression", pattern)] });

    /// <summary>The expression may stand in a policy.</summary>
    public static bool Accepts(string pattern) =>
        !PolicyRules.Check([], Alone("expression", pattern)).Any(problem => problem.StartsWith("The expression ", StringComparison.Ordinal));

    /// <returns>How many hits there are.</returns>
    public int Look(MessageContent message) => _look(message);

    private static Engine Of(OrganizationPolicy policy)
    {
        var compiled = CompiledPolicy.Compile([new("firm", policy)]);
        return new Engine(message =>
        {
            var hits = 0;
            foreach (var finding in compiled.Inspect(new(Direction.Out, Channel.WhatsApp, message)).Findings)
                hits += finding.Hits.Length;
            return hits;
        });
    }

    private static PolicyRule Alone(string id, string pattern) => Rule(id) with { Expressions = [new(id, pattern)] };

    private static PolicyRule Rule(string id) => new() { Id = id, Name = id, Action = PolicyAction.Redact };
}
