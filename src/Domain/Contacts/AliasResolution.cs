namespace MultiLine.Domain.Contacts;

/// <summary>Decides which contact is meant by the aliases that a webhook or a person names.</summary>
public static class AliasResolution
{
    /// <param name="aliases">What was named; at least one of the two.</param>
    /// <param name="byBsuid">The contact that holds the BSUID, if anybody does.</param>
    /// <param name="byPhone">The contact that holds the phone number, if anybody does.</param>
    /// <param name="bsuidByPhone">The BSUID that the contact who holds the phone number is known by, if there is one.</param>
    public static ResolvedAlias Decide(Aliases aliases, string? byBsuid, string? byPhone, string? bsuidByPhone)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        return (byBsuid, byPhone) switch
        {
            (null, null) => new ResolvedAlias(null, aliases, false),
            // Another BSUID writes from the number: it was given to somebody else, who gets neither the thread nor the consent that were there.
            (null, _) when aliases.Bsuid is { } bsuid && bsuidByPhone is not null && bsuidByPhone != bsuid =>
                new ResolvedAlias(null, new Aliases(null, bsuid), true),
            (null, { } contact) => new ResolvedAlias(contact, new Aliases(null, aliases.Bsuid), false),
            ({ } contact, null) => new ResolvedAlias(contact, new Aliases(aliases.Phone, null), false),
            // The BSUID stays with the person while a phone number may be given to somebody else: it decides.
            var (person, number) => new ResolvedAlias(person, Aliases.None, person != number),
        };
    }

    /// <summary>
    /// What the provider calls a known contact beyond what is known: how it spells the number that was sent to, or the BSUID of whom the
    /// number reached. A contact with a BSUID is given no other this way, since the number may have gone to somebody else.
    /// </summary>
    /// <param name="known">The contact's aliases.</param>
    /// <param name="told">What the reply to a message, or a status, calls the contact.</param>
    public static Aliases Additional(Aliases known, Aliases told)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(told);
        return MayBe(known, told)
            ? new Aliases(told.Phone == known.Phone ? null : told.Phone, told.Bsuid == known.Bsuid ? null : told.Bsuid)
            : Aliases.None;
    }

    /// <summary>Whether somebody of these aliases may be the known contact: two BSUIDs are two people.</summary>
    public static bool MayBe(Aliases known, Aliases told)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(told);
        return known.Bsuid is null || told.Bsuid is null || told.Bsuid == known.Bsuid;
    }
}

/// <param name="Contact">The contact, or null if it is a new one.</param>
/// <param name="ToClaim">Aliases that nobody holds yet and that the contact is to be given.</param>
/// <param name="TwoContacts">The phone number stays with another contact than the one that is meant.</param>
public sealed record ResolvedAlias(string? Contact, Aliases ToClaim, bool TwoContacts);
