using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Contacts;

/// <summary>A contact's name and aliases. Key: org/contact id.</summary>
[Alias("ml.IContactGrain")]
public interface IContactGrain : IGrainWithStringKey
{
    /// <summary>The contact, or null if there is none of this id.</summary>
    [Alias("Get"), ReadOnly]
    Task<ContactCard?> Get();

    /// <summary>Adds aliases and, where none is known, the name that the provider gives. Makes the contact if it is new.</summary>
    [Alias("Learn")]
    Task<ContactCard> Learn(LearnedContact learned);

    /// <summary>A person changes the name.</summary>
    [Alias("Rename")]
    Task<ContactCard?> Rename(string name);
}

/// <summary>Which contact an alias means: the first to claim it has it. Key: org/alias.</summary>
[Alias("ml.IContactAliasGrain")]
public interface IContactAliasGrain : IGrainWithStringKey
{
    [Alias("Holder"), ReadOnly]
    Task<string?> Holder();

    /// <summary>Returns who has the alias afterwards.</summary>
    [Alias("Claim")]
    Task<string> Claim(string contact);
}

/// <summary>The organisation's contacts together. Key: org.</summary>
[Alias("ml.IContactBookGrain")]
public interface IContactBookGrain : IGrainWithStringKey
{
    /// <summary>The contact that these aliases mean; a new one if nobody has them.</summary>
    [Alias("Resolve")]
    Task<ResolvedContact> Resolve(LearnedContact contact);

    /// <summary>By name. <paramref name="search"/> is looked for in names and phone numbers. Null where the cursor is none of this list.</summary>
    [Alias("List")]
    Task<ContactPage?> List(string? search, string? cursor, int limit);
}

/// <param name="Phone">E.164.</param>
/// <param name="Bsuid">The business-scoped user id.</param>
/// <param name="Name">As given by a person or by the provider's profile.</param>
[GenerateSerializer, Immutable, Alias("ml.LearnedContact")]
public sealed record LearnedContact([property: Id(0)] string? Phone, [property: Id(1)] string? Bsuid, [property: Id(2)] string? Name);

[GenerateSerializer, Immutable, Alias("ml.ContactCard")]
public sealed record ContactCard(
    [property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string? Phone, [property: Id(3)] string? Bsuid);

[GenerateSerializer, Immutable, Alias("ml.ResolvedContact")]
public sealed record ResolvedContact([property: Id(0)] ContactCard Contact, [property: Id(1)] bool IsNew);

[GenerateSerializer, Immutable, Alias("ml.ContactPage")]
public sealed record ContactPage([property: Id(0)] IReadOnlyList<ContactCard> Contacts, [property: Id(1)] string? Cursor);
