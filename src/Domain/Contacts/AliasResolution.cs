namespace MultiLine.Domain.Contacts;

/// <summary>Decides which contact is meant by the aliases that a webhook or a person names.</summary>
public static class AliasResolution
{
    /// <param name="named">What was named, at least one of the two; with the provider's time where it told.</param>
    /// <param name="byBsuid">Who holds the BSUID, if anybody does.</param>
    /// <param name="byPhone">Who holds the phone number, if anybody does.</param>
    public static ResolvedAlias Decide(Aliases named, KnownContact? byBsuid, KnownContact? byPhone)
    {
        ArgumentNullException.ThrowIfNull(named);
        return (byBsuid, byPhone) switch
        {
            (null, null) => new ResolvedAlias(null) { ToClaim = named },
            (null, var holder) when IsAnother(named, holder) => Recycled(null, named, holder),
            (null, var holder) => new ResolvedAlias(holder.Id) { ToClaim = new Aliases(null, named.Bsuid) },
            // A number that the contact has left since comes late: it is free for whoever has it now.
            (var person, null) => new ResolvedAlias(person.Id) { ToClaim = person.Aliases.PhoneAt >= named.PhoneAt ? Aliases.None : new Aliases(named.Phone, null) },
            var (person, holder) when person.Id == holder.Id => new ResolvedAlias(person.Id),
            var (person, holder) when holder.Aliases.Bsuid is null => Merged(person.Id, holder.Id),
            // The BSUID stays with the person while a phone number may be given to somebody else: it decides.
            var (person, holder) => Recycled(person.Id, named, holder),
        };
    }

    /// <summary>Two contacts are one: which of them goes on. The older, so that no chain of merges ever closes to a ring.</summary>
    public static ResolvedAlias Merged(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? new ResolvedAlias(one) { Merge = other } : new ResolvedAlias(other) { Merge = one };

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

    /// <summary>Another BSUID writes from the number: it was given to somebody else, who gets neither the thread nor the consent that were there.</summary>
    private static bool IsAnother(Aliases named, KnownContact holder) => !MayBe(holder.Aliases, named);

    /// <summary>
    /// The number goes over to whoever writes from it now, unless what says so is older than what says that it is the holder's: webhooks come
    /// late.
    /// </summary>
    private static ResolvedAlias Recycled(string? person, Aliases named, KnownContact holder)
    {
        var isNews = named.PhoneAt is { } at && !(holder.Aliases.PhoneAt >= at);
        return new ResolvedAlias(person)
        {
            ToClaim = person is null ? new Aliases(null, named.Bsuid) : Aliases.None,
            TakePhoneFrom = isNews ? holder.Id : null,
            PhoneIsAnothers = !isNews,
        };
    }
}

/// <param name="Id">Our id of the contact.</param>
/// <param name="Aliases">What it is known by.</param>
public sealed record KnownContact(string Id, Aliases Aliases);

/// <param name="Contact">The contact, or null if it is a new one.</param>
public sealed record ResolvedAlias(string? Contact)
{
    /// <summary>Aliases that nobody holds yet and that the contact is to be given.</summary>
    public Aliases ToClaim { get; init; } = Aliases.None;

    /// <summary>The contact who has the phone number no longer.</summary>
    public string? TakePhoneFrom { get; init; }

    /// <summary>The phone number stays with another contact than the one that is meant.</summary>
    public bool PhoneIsAnothers { get; init; }

    /// <summary>The contact that turned out to be the same person, and ends.</summary>
    public string? Merge { get; init; }
}
