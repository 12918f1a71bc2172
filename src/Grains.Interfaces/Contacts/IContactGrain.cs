using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Contacts;

/// <summary>A contact's name and aliases. Key: org/contact id.</summary>
[Alias("ml.IContactGrain")]
public interface IContactGrain : IGrainWithStringKey
{
    /// <summary>The contact, or null if there is none of this id.</summary>
    [Alias("Get"), ReadOnly]
    Task<ContactCard?> Get();

    /// <summary>How to address the contact, and since when; null if there is none of this id.</summary>
    [Alias("GetAddress"), ReadOnly]
    Task<ContactAddress?> GetAddress();

    /// <summary>
    /// Adds aliases that are missing or newer and, where none is known, the name that the provider gives. Makes the contact if it is new.
    /// </summary>
    [Alias("Learn")]
    Task<ContactCard> Learn(LearnedContact learned);

    /// <summary>
    /// The contact is the same person as another one, which goes on for both. Durable, and for good: returns into which one it was merged,
    /// which is an earlier one if it had been.
    /// </summary>
    [Alias("MergeInto")]
    Task<string> MergeInto(string contact);

    /// <summary>The phone number is not the contact's any more, by what the provider said at this time.</summary>
    [Alias("LosePhone")]
    Task LosePhone(string phone, DateTimeOffset at);

    /// <summary>A person changes the name.</summary>
    [Alias("Rename")]
    Task<ContactCard?> Rename(string name);
}

/// <summary>Two contacts turned out to be one: brings it to its end in every conversation, whatever breaks down meanwhile. Key: org/contact that ends.</summary>
[Alias("ml.IContactMergeGrain")]
public interface IContactMergeGrain : IGrainWithStringKey
{
    /// <summary>The contact ends and this one goes on for it. May be asked again.</summary>
    [Alias("Merge")]
    Task Merge(string into);
}

/// <summary>Which contact an alias means; remembered. Key: org/hash of the alias.</summary>
[Alias("ml.IContactAliasGrain")]
public interface IContactAliasGrain : IGrainWithStringKey
{
    /// <summary>Who has the alias, which the key does not say; null if nobody has.</summary>
    [Alias("Holder")]
    Task<string?> Holder(string alias);

    /// <summary>The alias goes over to another contact, if it is still the first one's; returns who has it then.</summary>
    [Alias("Move")]
    Task<string?> Move(string alias, string from, string to);

    /// <summary>The alias is nobody's, if it was this contact's.</summary>
    [Alias("Release")]
    Task Release(string alias, string contact);
}

/// <summary>The organisation's contacts together. Key: org.</summary>
[Alias("ml.IContactBookGrain")]
public interface IContactBookGrain : IGrainWithStringKey
{
    /// <summary>The contact that these aliases mean; a new one if nobody has them.</summary>
    [Alias("Resolve")]
    Task<ResolvedContact> Resolve(LearnedContact contact);

    /// <summary>
    /// The contact who answers a message that went to <paramref name="recipient"/>: that one, whatever aliases the answer comes with, unless
    /// its user id is known to be another's, who has the phone number now.
    /// </summary>
    [Alias("ResolveAnswer")]
    Task<ResolvedContact> ResolveAnswer(LearnedContact contact, string recipient);

    /// <summary>The provider answered a message to a contact with these aliases: those that nobody has mean this contact from now on.</summary>
    [Alias("Learn")]
    Task Learn(string contact, string? phone, string? bsuid);

    /// <summary>The provider gave a contact another user id. Null where nobody is known by the one before or by the phone number.</summary>
    [Alias("ChangeUserId")]
    Task<ResolvedContact?> ChangeUserId(ChangedUserId change);

    /// <summary>A contact has another phone number now: the old one is nobody's.</summary>
    [Alias("ChangeNumber")]
    Task<ResolvedContact> ChangeNumber(ChangedNumber change);

    /// <summary>Gives whoever has these aliases the name, where none is known yet. False where nobody has them.</summary>
    [Alias("Name")]
    Task<bool> Name(LearnedContact contact);

    /// <summary>By name. <paramref name="search"/> is looked for in names and phone numbers. Null where the cursor is none of this list.</summary>
    [Alias("List")]
    Task<ContactPage?> List(string? search, string? cursor, int limit);
}

/// <param name="Phone">E.164.</param>
/// <param name="Bsuid">The business-scoped user id.</param>
/// <param name="Name">As given by a person or by the provider's profile.</param>
/// <param name="At">The provider's time of the message that says so; null where a person does.</param>
[GenerateSerializer, Immutable, Alias("ml.LearnedContact")]
public sealed record LearnedContact(
    [property: Id(0)] string? Phone, [property: Id(1)] string? Bsuid, [property: Id(2)] string? Name, [property: Id(3)] DateTimeOffset? At = null);

/// <param name="Previous">The user id before.</param>
/// <param name="Current">The user id now.</param>
/// <param name="Phone">E.164, if it is told.</param>
/// <param name="Name">As the provider's profile has it.</param>
/// <param name="At">The provider's time.</param>
[GenerateSerializer, Immutable, Alias("ml.ChangedUserId")]
public sealed record ChangedUserId(
    [property: Id(0)] string Previous,
    [property: Id(1)] string Current,
    [property: Id(2)] string? Phone,
    [property: Id(3)] string? Name,
    [property: Id(4)] DateTimeOffset At);

/// <param name="Contact">Whose number it is.</param>
/// <param name="Previous">E.164; null where it is not told.</param>
/// <param name="Current">E.164.</param>
/// <param name="At">The provider's time.</param>
[GenerateSerializer, Immutable, Alias("ml.ChangedNumber")]
public sealed record ChangedNumber(
    [property: Id(0)] string Contact, [property: Id(1)] string? Previous, [property: Id(2)] string Current, [property: Id(3)] DateTimeOffset At);

/// <param name="Name">The contact's name.</param>
/// <param name="Phone">E.164, if known.</param>
/// <param name="PhoneAt">Since when, by the provider's time; null where a person said so.</param>
/// <param name="Bsuid">The business-scoped user id, if known.</param>
/// <param name="BsuidAt">Since when, by the provider's time; null where a person said so.</param>
[GenerateSerializer, Immutable, Alias("ml.ContactAddress")]
public sealed record ContactAddress(
    [property: Id(0)] string Name,
    [property: Id(1)] string? Phone,
    [property: Id(2)] DateTimeOffset? PhoneAt,
    [property: Id(3)] string? Bsuid,
    [property: Id(4)] DateTimeOffset? BsuidAt)
{
    /// <summary>The contact that goes on in place of this one.</summary>
    [Id(5)] public string? MergedInto { get; init; }
}

[GenerateSerializer, Immutable, Alias("ml.ContactCard")]
public sealed record ContactCard(
    [property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string? Phone, [property: Id(3)] string? Bsuid)
{
    /// <summary>The contact that goes on in place of this one, where the two turned out to be one person.</summary>
    [Id(4)] public string? MergedInto { get; init; }
}

[GenerateSerializer, Immutable, Alias("ml.ResolvedContact")]
public sealed record ResolvedContact([property: Id(0)] ContactCard Contact, [property: Id(1)] bool IsNew);

[GenerateSerializer, Immutable, Alias("ml.ContactPage")]
public sealed record ContactPage([property: Id(0)] IReadOnlyList<ContactCard> Contacts, [property: Id(1)] string? Cursor);
