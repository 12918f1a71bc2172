using System.Collections.Frozen;
using System.Collections.Immutable;
using MultiLine.Domain.Policy.Expressions;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>A rule ready to be applied.</summary>
/// <param name="Organization">Whose it is.</param>
/// <param name="Rule">As it was written.</param>
/// <param name="MinimumScores">The detectors' types that it wants, with the score from which on.</param>
/// <param name="Lists">The word lists that it wants, by their places among all.</param>
/// <param name="Expressions">Its expressions.</param>
internal sealed record CompiledRule(
    string Organization,
    PolicyRule Rule,
    FrozenDictionary<string, double> MinimumScores,
    FrozenSet<int> Lists,
    ImmutableArray<LinearExpression> Expressions)
{
    public bool AppliesTo(in Subject subject) =>
        (Rule.Direction == Direction.Both || Rule.Direction == subject.Direction)
        && (Rule.Channels.IsEmpty || Rule.Channels.Contains(subject.Channel))
        && (Rule.People.IsEmpty || Concerns(subject.People));

    public bool Wants(in Found found, int ownPlace) => found.Source switch
    {
        FoundBy.Detector => MinimumScores.TryGetValue(found.Type, out var minimum) && found.Score >= minimum,
        FoundBy.WordList => Lists.Contains(found.Of),
        FoundBy.Expression => found.Of == ownPlace,
        _ => throw new InvalidOperationException($"Nothing is found by {found.Source}."),
    };

    /// <summary>The type of the attachment that the rule wants none of; null if it has nothing against it.</summary>
    public string? UnwantedType(in Subject subject)
    {
        if (Rule.Attachments is not { } choice || subject.Content.Media is not { } media)
            return null;
        if (choice.LargerThan is { } limit && !(subject.AttachmentSize > limit))
            return null;
        var declared = media.MimeType ?? Media.MediaType.Unknown.MimeType;
        var sniffed = subject.SniffedType ?? declared;
        if (MediaTypes.FitsAny(sniffed, choice.Except))
            return null;
        // Where the bytes don't tell, what the sender says is at least no excuse.
        return choice.Types.IsEmpty || MediaTypes.FitsAny(sniffed, choice.Types) ? sniffed
            : sniffed == Media.MediaType.Unknown.MimeType && MediaTypes.FitsAny(declared, choice.Types) ? declared
            : null;
    }

    private bool Concerns(IReadOnlyList<string>? people)
    {
        for (var i = 0; i < people?.Count; i++)
        {
            if (Rule.People.Contains(people[i]))
                return true;
        }

        return false;
    }
}
