using System.Collections.Frozen;

namespace MultiLine.Domain.Consent;

/// <summary>The words that are taken as an answer when they are all that the contact writes.</summary>
public sealed record ConsentWords(FrozenSet<string> Yes, FrozenSet<string> No, FrozenSet<string> Stop)
{
    /// <summary>English, German, Spanish, French, Italian and Portuguese; words with accents also without.</summary>
    public static ConsentWords Default { get; } = Of(
        ["yes", "start", "unstop", "accept", "ja", "si", "sí", "oui", "sì", "sim"],
        ["no", "decline", "nein", "non", "não", "nao"],
        ["stop", "stopall", "unsubscribe", "cancel", "quit", "stopp", "alto", "arrêt", "arret", "parar", "cancelar"]);

    public static ConsentWords Of(IEnumerable<string> yes, IEnumerable<string> no, IEnumerable<string> stop) =>
        new(Set(yes), Set(no), Set(stop));

    /// <summary>Case, spaces and punctuation around the word do not count; a sentence that contains it is not an answer.</summary>
    public ConsentAnswer Read(string? text)
    {
        if (text is null)
        {
            return ConsentAnswer.None;
        }

        var word = Normalise(text);
        return Stop.Contains(word) ? ConsentAnswer.Stop
            : No.Contains(word) ? ConsentAnswer.No
            : Yes.Contains(word) ? ConsentAnswer.Yes
            : ConsentAnswer.None;
    }

    /// <summary>
    /// A tap on a button of any other message than the opt-in request. Its name belongs to what is asked there: "Yes" agrees to a meeting
    /// and "Cancel" cancels it, so only a name that can mean nothing else is an answer.
    /// </summary>
    public static ConsentAnswer ReadLabel(string? label) =>
        label is not null && StopLabels.Contains(Normalise(label)) ? ConsentAnswer.Stop : ConsentAnswer.None;

    private static readonly FrozenSet<string> StopLabels = Set(["stop", "stopp", "unsubscribe"]);

    /// <summary>What has no letter or digit is no word: it would be the same as every other such message.</summary>
    private static FrozenSet<string> Set(IEnumerable<string> words) =>
        words.Select(Normalise).Where(word => word.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    private static string Normalise(string text)
    {
        var span = text.AsSpan();
        while (span.Length > 0 && !char.IsLetterOrDigit(span[0]))
        {
            span = span[1..];
        }

        while (span.Length > 0 && !char.IsLetterOrDigit(span[^1]))
        {
            span = span[..^1];
        }

        return string.Concat(span.ToString().Where(c => !IsAccent(c))).ToLowerInvariant();
    }

    /// <summary>
    /// An accent that follows its letter instead of being a part of it. Composing the two needs tables that a process with invariant
    /// globalisation doesn't have; the word without the accent is in the list.
    /// </summary>
    private static bool IsAccent(char c) => c is >= '\u0300' and <= '\u036F';
}
