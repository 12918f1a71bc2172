namespace MultiLine.Domain.Organizations;

/// <summary>The opt-in request in an organisation's languages: at least one, one text each, one of them the default.</summary>
public static class OptInTexts
{
    /// <summary>In all languages, the default first.</summary>
    public static IReadOnlyList<OptInText> OptIns(this Organization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return [organization.OptIn, .. organization.OtherOptIns ?? []];
    }

    /// <summary>Adds a language, or changes the words in it; the other languages stay as they are.</summary>
    public static OrganizationDecision WithOptIn(this Organization organization, OptInText text)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(text);
        if (organization.OptIn.Language == text.Language)
            return OrganizationDecision.To(organization with { OptIn = text });
        var others = organization.OtherOptIns ?? [];
        return organization.In(text.Language) is { } known
            ? OrganizationDecision.To(organization with { OtherOptIns = others.Replace(known, text) })
            : OrganizationDecision.To(organization with { OtherOptIns = others.Add(text) });
    }

    /// <summary>From now on this language is used where nothing else is known.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="language">One that it has.</param>
    /// <param name="isApproved">A request in this language may be sent. Where none may be, nobody could be asked any more.</param>
    public static OrganizationDecision WithDefaultOptIn(this Organization organization, string language, bool isApproved)
    {
        ArgumentNullException.ThrowIfNull(organization);
        if (organization.In(language) is not { } chosen)
            return NoSuchLanguage(language);
        if (chosen == organization.OptIn)
            return OrganizationDecision.To(organization);
        return isApproved
            ? OrganizationDecision.To(organization with
            {
                OptIn = chosen,
                OtherOptIns = (organization.OtherOptIns ?? []).Replace(chosen, organization.OptIn),
            })
            : OrganizationDecision.Refuse(
                RefusalCodes.TemplateNotApproved,
                $"The opt-in request in the language {language} is not approved yet. It can be the default once it is.");
    }

    /// <summary>Nobody is asked in this language any more.</summary>
    public static OrganizationDecision WithoutOptIn(this Organization organization, string language)
    {
        ArgumentNullException.ThrowIfNull(organization);
        if (organization.In(language) is not { } found)
            return NoSuchLanguage(language);
        if (found == organization.OptIn)
        {
            return OrganizationDecision.Refuse(
                RefusalCodes.InvalidRequest, $"The language {language} is the default. Choose another default before it is removed.");
        }

        var others = (organization.OtherOptIns ?? []).Remove(found);
        return OrganizationDecision.To(organization with { OtherOptIns = others.IsEmpty ? null : others });
    }

    private static OptInText? In(this Organization organization, string language) =>
        organization.OptIns().FirstOrDefault(text => text.Language == language);

    private static OrganizationDecision NoSuchLanguage(string language) =>
        OrganizationDecision.Refuse(RefusalCodes.NotFound, $"Your organisation has no opt-in request in the language {language}.");
}
