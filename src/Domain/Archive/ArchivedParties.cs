using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Archive;

/// <summary>Between whom a conversation is.</summary>
public sealed record ArchivedParties
{
    public required ConversationKey Key { get; init; }

    /// <summary>The firm as contacts know it.</summary>
    public required string OrganizationName { get; init; }

    public required string LineName { get; init; }

    /// <summary>The line's numbers, as people read them.</summary>
    public IReadOnlyList<LineNumber> Numbers { get; init; } = [];

    public required ArchivedContact Contact { get; init; }

    /// <summary>People of the firm who are named in the records, or whose line it is.</summary>
    public IReadOnlyList<ArchivedPerson> People { get; init; } = [];

    /// <summary>Ids of those whose line it is: what came in came to them.</summary>
    public IReadOnlyList<string> Custodians { get; init; } = [];

    /// <summary>Somebody of the firm; by the id alone where nothing more is known.</summary>
    public ArchivedPerson Person(string id) => People.FirstOrDefault(person => person.Id == id) ?? new ArchivedPerson(id, id);
}

/// <param name="Id">Our id of the contact.</param>
/// <param name="Name">Null where none is known.</param>
/// <param name="Phone">E.164; null where the provider withholds it.</param>
/// <param name="Bsuid">Meta's business-scoped user id.</param>
public sealed record ArchivedContact(string Id, string? Name, string? Phone, string? Bsuid)
{
    /// <summary>What readers call the contact.</summary>
    public string Display => new[] { Name, Phone, Bsuid }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? Id;
}

/// <param name="Id">The person's id in the firm.</param>
/// <param name="Name">As colleagues know the person.</param>
public sealed record ArchivedPerson(string Id, string Name)
{
    /// <summary>The address by which the firm's archive knows the person; null where none is known.</summary>
    public string? Mail { get; init; }
}
