using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Retention;

/// <summary>Whether the texts that contacts read first say that they are recorded.</summary>
public static class RecordingNotice
{
    /// <summary>
    /// Stems of the words by which it is said, by language: a text in one of these that has none of them does not say it. Whether one that has them
    /// says it well is for the firm to judge; a text in another language is for the firm to judge altogether.
    /// </summary>
    private static readonly Dictionary<string, string[]> Stems = new(StringComparer.Ordinal)
    {
        ["en"] = ["record", "archiv", "retain", "stored", "monitor"],
        ["de"] = ["aufgezeichnet", "aufzeichn", "speicher", "archivier", "aufbewahr"],
        ["fr"] = ["enregistr", "archiv", "conserv"],
        ["es"] = ["grab", "registr", "archiv", "conserv"],
        ["it"] = ["registra", "archivi", "conserva"],
        ["pt"] = ["grava", "regist", "arquiv", "conserva"],
        ["nl"] = ["opgenomen", "vastgelegd", "opgeslagen", "bewaard", "gearchiveerd", "vastlegg", "opslaan", "bewaren"],
        ["pl"] = ["nagryw", "rejestr", "archiw", "zapis", "przechow"],
    };

    /// <summary>The languages of an organisation's opt-in texts that don't say so although one of its lines is recorded, in their order.</summary>
    public static IReadOnlyList<string> LanguagesWithout(Organization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return IsAnythingRecorded(organization)
            ? [.. organization.OptIns().Where(text => IsSaidIn(text.Language, $"{text.Body}\n{text.Footer}") == false).Select(text => text.Language)]
            : [];
    }

    /// <summary>
    /// The SMS notice does not say so although one of the lines is recorded. In which language it is written is not known: it is enough if it says
    /// so in any.
    /// </summary>
    public static bool IsMissingFromSmsNotice(Organization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return IsAnythingRecorded(organization) && Stems.Keys.All(language => IsSaidIn(language, organization.SmsNoticeTemplate) == false);
    }

    /// <param name="language">As templates name it: en, en_US, de …</param>
    /// <param name="text">What the contact reads.</param>
    /// <returns>Null where the language is none that is known here.</returns>
    public static bool? IsSaidIn(string language, string text)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Stems.TryGetValue(language.Split('_', '-')[0], out var stems)
            ? stems.Any(stem => text.Contains(stem, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static bool IsAnythingRecorded(Organization organization) =>
        organization.RuleOf(null)?.Recorded == true || organization.Lines.Any(line => organization.RuleOf(line.Id)?.Recorded == true);
}
