using MultiLine.Domain.Templates;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Api.Templates;

/// <param name="Words">In the default language, as they were last submitted.</param>
/// <param name="Template">In the default language what is sent; see <c>languages</c>.</param>
/// <param name="Languages">The default first.</param>
public sealed record OptInTemplate(OptInWords Words, TemplateCard? Template, IReadOnlyList<OptInLanguage> Languages)
{
    internal static OptInTemplate Of(OrganizationCard organization, IReadOnlyList<TemplateCard> templates)
    {
        List<OptInLanguage> languages =
        [
            OptInLanguage.Of(organization.OptIn, isDefault: true, templates),
            .. (organization.OtherOptIns ?? []).Select(words => OptInLanguage.Of(words, isDefault: false, templates)),
        ];
        return new OptInTemplate(organization.OptIn, languages[0].Template, languages);
    }
}

/// <summary>The opt-in request in one language.</summary>
/// <param name="Language">For example <c>en_US</c>.</param>
/// <param name="IsDefault">It is used where nothing else is known, and where no request is approved in another language.</param>
/// <param name="Words">As they were last submitted.</param>
/// <param name="Template">What is sent: the newest approved version; where none is approved the newest one, with its status and the reviewer's reason; null if there is none.</param>
/// <param name="Newest">The version that was submitted last, whatever became of it; null if there is none.</param>
public sealed record OptInLanguage(string Language, bool IsDefault, OptInWords Words, TemplateCard? Template, TemplateCard? Newest)
{
    internal static OptInLanguage Of(OptInWords words, bool isDefault, IReadOnlyList<TemplateCard> templates)
    {
        List<OptInVersion> versions = [.. templates.Select(Version).OfType<OptInVersion>()];
        return new OptInLanguage(
            words.Language,
            isDefault,
            words,
            Card(OptInVersions.InUse(versions, [words.Language])),
            Card(OptInVersions.Newest(versions, words.Language)));

        TemplateCard? Card(OptInVersion? version) => version is null ? null : templates.First(card => Version(card) == version);
    }

    private static OptInVersion? Version(TemplateCard card) => OptInName.Version(card.Name) is { } number
        ? new OptInVersion(number, card.Language, card.Status == "approved")
        : null;
}
