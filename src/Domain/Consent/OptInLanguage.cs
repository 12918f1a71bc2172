namespace MultiLine.Domain.Consent;

/// <summary>The language in which a contact is asked for consent.</summary>
/// <param name="Wanted">The one to ask in.</param>
/// <param name="Otherwise">The organisation's default, where no request is approved in the one that is wanted.</param>
public sealed record OptInLanguage(string Wanted, string Otherwise)
{
    /// <summary>The one that the sender chose, else the one in which the contact was asked last, else the organisation's default.</summary>
    /// <param name="held">The organisation's languages, its default first. A language that is not among them is not asked in any more.</param>
    /// <param name="chosen">By the sender; null where the sender did not.</param>
    /// <param name="last">Of the contact's last request; null where there was none.</param>
    public static OptInLanguage Of(IReadOnlyList<string> held, string? chosen, string? last)
    {
        ArgumentNullException.ThrowIfNull(held);
        return new OptInLanguage(held.FirstOrDefault(language => language == (chosen ?? last)) ?? held[0], held[0]);
    }
}
