namespace MultiLine.Domain.Templates;

/// <summary>A version of the opt-in request's words in a language.</summary>
/// <param name="Number">The higher, the newer.</param>
/// <param name="Language">For example <c>en_US</c>.</param>
/// <param name="IsApproved">It may be sent.</param>
public sealed record OptInVersion(int Number, string Language, bool IsApproved);

/// <summary>Which version of the opt-in request is sent.</summary>
public static class OptInVersions
{
    /// <summary>
    /// The newest approved version in the first of the languages that has one. Where none is approved nothing can be sent, and it is the newest
    /// in the first language that has any, which says why; null where there is none at all.
    /// </summary>
    public static OptInVersion? InUse(IReadOnlyCollection<OptInVersion> versions, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(languages);
        return First(versions.Where(version => version.IsApproved), languages) ?? First(versions, languages);
    }

    /// <summary>The version submitted last, whatever became of it; null where there is none.</summary>
    public static OptInVersion? Newest(IEnumerable<OptInVersion> versions, string language) =>
        versions.Where(version => version.Language == language).MaxBy(version => version.Number);

    private static OptInVersion? First(IEnumerable<OptInVersion> versions, IEnumerable<string> languages) =>
        languages.Select(language => Newest(versions, language)).OfType<OptInVersion>().FirstOrDefault();
}
