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

    /// <summary>A person changes the name.</summary>
    [Alias("Rename")]
    Task<ContactCard?> Rename(string name);
}

/// <summary>Which contact an alias means; remembered, since the first to claim it has it for good. Key: org/hash of the alias.</summary>
[Alias("ml.IContactAliasGrain")]
public interface IContactAliasGrain : IGrainWithStringKey
{
    /// <summary>Who has the alias, which the key does not say; null if nobody has.</summary>
    [Alias("Holder")]
    Task<string?> Holder(string alias);
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
    [property: Id(4)] DateTimeOffset? BsuidAt);

[GenerateSerializer, Immutable, Alias("ml.ContactCard")]
public sealed record ContactCard(
    [property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string? Phone, [property: Id(3)] string? Bsuid);

[GenerateSerializer, Immutable, Alias("ml.ResolvedContact")]
public sealed record ResolvedContact([property: Id(0)] ContactCard Contact, [property: Id(1)] bool IsNew);

[GenerateSerializer, Immutable, Alias("ml.ContactPage")]
public sealed record ContactPage([property: Id(0)] IReadOnlyList<ContactCard> Contacts, [property: Id(1)] string? Cursor);
