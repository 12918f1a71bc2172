using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MultiLine.Domain.Policy.Detection;
using MultiLine.Domain.Policy.Expressions;
using MultiLine.Domain.Policy.Redaction;
using MultiLine.Domain.Policy.Rules;
using MultiLine.Domain.Policy.WordLists;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>
/// The policies of an organisation and of those above it, ready to look at messages. Each organisation's rules stand beside those of the
/// others: one below can add rules, and nothing that it says changes what the rules above find or do; the strictest action wins. Immutable,
/// and may be used from many threads at once.
/// </summary>
public sealed class CompiledPolicy
{
    private readonly ImmutableArray<CompiledRule> _rules;
    private readonly ImmutableArray<WordList> _lists;
    private readonly WordSearch _words;
    private readonly DetectorSet _detectors;

    private CompiledPolicy(ImmutableArray<CompiledRule> rules, ImmutableArray<WordList> lists)
    {
        (_rules, _lists, _words) = (rules, lists, WordSearch.Of(lists));
        if (!DetectorSet.TryCreate(rules.SelectMany(rule => rule.MinimumScores.Keys), out var detectors, out var unknown))
            throw new InvalidPolicyException($"There is no detector for {unknown}.");
        _detectors = detectors;
    }

    /// <summary>Has nothing against any message.</summary>
    public static CompiledPolicy Empty { get; } = Compile([]);

    /// <summary>No rule is switched on.</summary>
    public bool IsEmpty => _rules.IsEmpty;

    /// <param name="layers">The topmost organisation's first, the organisation's own last.</param>
    /// <exception cref="InvalidPolicyException">A policy can't be carried out; the message says which rule and why.</exception>
    public static CompiledPolicy Compile(IReadOnlyList<PolicyLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var lists = ImmutableArray.CreateBuilder<WordList>();
        var rules = ImmutableArray.CreateBuilder<CompiledRule>();
        var placesOfLists = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            // A list hides one of the same id above it from the rules of its own organisation and below, never from those above.
            foreach (var list in layer.Policy.WordLists)
            {
                placesOfLists[list.Id] = lists.Count;
                lists.Add(list);
            }

            foreach (var rule in layer.Policy.Rules.Where(rule => rule.Enabled))
                rules.Add(Compile(layer.Organization, rule, placesOfLists));
        }

        return new CompiledPolicy(rules.ToImmutable(), lists.ToImmutable());
    }

    /// <summary>Looks at all texts of a message and at its attachment. Allocates nothing where nothing is found.</summary>
    public Verdict Inspect(in Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject.Content, nameof(subject));
        if (_rules.IsEmpty)
            return Verdict.Clear;
        var scratch = Scratch.Take();
        try
        {
            var search = new Search(this, subject, scratch);
            if (!search.IsIdle)
                MessageTexts.Visit(subject.Content, ref search);
            return scratch.Found.Count == 0 && !HasUnwantedAttachment(subject) ? Verdict.Clear : Judgement.Of(_rules, subject, scratch.Found);
        }
        finally
        {
            scratch.GiveBack();
        }
    }

    /// <summary>
    /// Adds everything in a text that some rule looks for, whatever its direction, channel, people and threshold: in the order of the text.
    /// </summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="into">What it holds already stays.</param>
    [SuppressMessage("Design", "MA0016", Justification = "It is filled in place, without an allocation, as by the detectors.")]
    public void Find(string text, List<Hit> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        var scratch = Scratch.Take();
        try
        {
            var search = new Search(this, null, scratch);
            search.Visit(new MessagePart(MessagePartKind.Text), text);
            var hits = scratch.Found
                .Where(found => _rules.Select((rule, place) => rule.Wants(found, place)).Any(wanted => wanted))
                .Select(found => new Hit(found.Type, found.Start, found.End, found.Score));
            into.AddRange(hits.Distinct().OrderBy(hit => hit.Start).ThenBy(hit => hit.End));
        }
        finally
        {
            scratch.GiveBack();
        }
    }

    /// <summary>The same rules, broken by anything that they look for.</summary>
    internal CompiledPolicy WithThresholdOfOne() => new([.. _rules.Select(rule => rule with { Rule = rule.Rule with { Threshold = 1 } })], _lists);

    private static CompiledRule Compile(string organization, PolicyRule rule, Dictionary<string, int> placesOfLists)
    {
        var lists = new HashSet<int>();
        foreach (var id in rule.WordLists)
        {
            lists.Add(placesOfLists.TryGetValue(id, out var place)
                ? place
                : throw new InvalidPolicyException($"The rule “{rule.Name}” of {organization} looks for the words of the list {id}, which is not there."));
        }

        var expressions = ImmutableArray.CreateBuilder<LinearExpression>();
        foreach (var (name, pattern) in rule.Expressions)
        {
            expressions.Add(LinearExpression.TryCreate(pattern, out var expression, out var refusal)
                ? expression
                : throw new InvalidPolicyException($"The expression “{name}” of the rule “{rule.Name}” of {organization} {refusal}."));
        }

        return new CompiledRule(
            organization,
            rule,
            rule.Detectors.GroupBy(choice => choice.Type, StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.Min(choice => choice.MinimumScore), StringComparer.Ordinal),
            lists.ToFrozenSet(),
            expressions.ToImmutable());
    }

    private bool HasUnwantedAttachment(in Subject subject)
    {
        if (subject.Content.Media is null)
            return false;
        foreach (var rule in _rules)
        {
            if (rule.AppliesTo(subject) && rule.UnwantedType(subject) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Runs over the texts of one message all that its rules look for.</summary>
    private readonly ref struct Search : IMessageTextVisitor
    {
        private readonly CompiledPolicy _policy;
        private readonly Subject? _subject;
        private readonly Scratch _scratch;
        private readonly bool _wantsDetectors;
        private readonly bool _wantsWords;
        private readonly bool _wantsExpressions;

        /// <param name="policy">Whose rules.</param>
        /// <param name="subject">What they are applied to; null for every rule, whatever messages it applies to.</param>
        /// <param name="scratch">Takes what is found.</param>
        public Search(CompiledPolicy policy, Subject? subject, Scratch scratch)
        {
            (_policy, _subject, _scratch) = (policy, subject, scratch);
            foreach (var rule in policy._rules)
            {
                if (!Applies(rule))
                    continue;
                _wantsDetectors |= rule.MinimumScores.Count > 0;
                _wantsWords |= rule.Lists.Count > 0;
                _wantsExpressions |= !rule.Expressions.IsEmpty;
            }
        }

        /// <summary>No rule for this message looks at texts.</summary>
        public bool IsIdle => !_wantsDetectors && !_wantsWords && !_wantsExpressions;

        public void Visit(MessagePart part, string text)
        {
            if (_wantsDetectors)
                Detect(part, text);
            if (_wantsWords)
                FindWords(part, text);
            if (_wantsExpressions)
                FindExpressions(part, text);
        }

        private void Detect(MessagePart part, string text)
        {
            Detectors.Find(text, _policy._detectors, _scratch.Hits);
            foreach (var hit in _scratch.Hits)
                Add(new(FoundBy.Detector, 0, hit.Type, 0, 1, hit.Score, part, text, hit.Start, hit.End));
            _scratch.Hits.Clear();
        }

        private void FindWords(MessagePart part, string text)
        {
            _policy._words.Find(text, _scratch.Words);
            foreach (var hit in _scratch.Words)
                Add(new(FoundBy.WordList, hit.List, _policy._lists[hit.List].Name, hit.Word, hit.Weight, 1, part, text, hit.Start, hit.End));
            _scratch.Words.Clear();
        }

        private void FindExpressions(MessagePart part, string text)
        {
            for (var place = 0; place < _policy._rules.Length; place++)
            {
                var rule = _policy._rules[place];
                if (rule.Expressions.IsEmpty || !Applies(rule))
                    continue;
                for (var i = 0; i < rule.Expressions.Length; i++)
                {
                    var target = new ExpressionTarget(this, place, rule.Rule.Expressions[i].Name, part, text);
                    rule.Expressions[i].Find(text, ref target);
                }
            }
        }

        private bool Applies(CompiledRule rule) => _subject is not { } subject || rule.AppliesTo(subject);

        /// <summary>What an earlier look has hidden already is not found again in its own mark.</summary>
        private void Add(in Found found)
        {
            if (!Marks.Cover(found.Text, found.Start, found.End))
                _scratch.Found.Add(found);
        }

        private readonly ref struct ExpressionTarget(Search search, int place, string name, MessagePart part, string text) : ISpanTarget
        {
            private readonly Search _search = search;

            public void Add(int start, int end) => _search.Add(new(FoundBy.Expression, place, name, 0, 1, 1, part, text, start, end));
        }
    }
}
