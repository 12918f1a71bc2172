using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.People;

/// <param name="Name">As colleagues and the archive read it; up to 200 characters.</param>
/// <param name="Roles">At least one. Administrators grant <c>user</c> and <c>administrator</c> only.</param>
/// <param name="Lines">The ids of the lines that the person writes from; may be none.</param>
/// <param name="Id">
/// What the person is called in keys, for good: 1 to 64 lower-case letters, digits, hyphens and underscores. If it is not given, it is made of
/// the first word of the name.
/// </param>
/// <param name="WhatsAppEnabled">May use WhatsApp, where the organisation has switched it on.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewPersonBody(
    string Name, IReadOnlyList<Role> Roles, IReadOnlyList<string> Lines, string? Id = null, bool WhatsAppEnabled = true)
{
    internal NewPerson By(Caller caller) => new(
        caller.Person.Id,
        Id is null || KeyPart.IsValid(Id)
            ? Id
            : throw new InvalidRequestException($"“id” must have 1 to {KeyPart.MaxLength} lower-case letters, digits, hyphens and underscores."),
        GivenName.Check(Name),
        PersonParts.Roles(Roles)!,
        PersonParts.Lines(Lines)!,
        WhatsAppEnabled);
}

/// <summary>What is to change of a person; what is not given stays.</summary>
/// <param name="Name">As colleagues and the archive read it; up to 200 characters.</param>
/// <param name="Roles">All roles afterwards, at least one. Administrators grant and withdraw <c>user</c> and <c>administrator</c> only.</param>
/// <param name="Lines">The ids of all lines afterwards that the person writes from; may be none.</param>
/// <param name="WhatsAppEnabled">May use WhatsApp, where the organisation has switched it on.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PersonChangeBody(
    string? Name = null, IReadOnlyList<Role>? Roles = null, IReadOnlyList<string>? Lines = null, bool? WhatsAppEnabled = null)
{
    internal PersonUpdate By(Caller caller, string person) => this is { Name: null, Roles: null, Lines: null, WhatsAppEnabled: null }
        ? throw new InvalidRequestException("Name what is to change: “name”, “roles”, “lines” or “whatsapp_enabled”.")
        : new PersonUpdate(
            caller.Person.Id, person, Name is null ? null : GivenName.Check(Name), PersonParts.Roles(Roles), PersonParts.Lines(Lines), WhatsAppEnabled);
}

internal static class PersonParts
{
    // Lists and not collection expressions: the compiler's own list type has no serializer.
    public static IReadOnlyList<string>? Roles(IReadOnlyList<Role>? roles) => roles is { Count: 0 }
        ? throw new InvalidRequestException("“roles” must name at least one role.")
        : roles?.Select(role => role.Name()).ToList();

    public static IReadOnlyList<string>? Lines(IReadOnlyList<string>? lines) => lines?.All(KeyPart.IsValid) is false
        ? throw new InvalidRequestException("“lines” must be ids of your organisation's lines.")
        : lines?.ToList();
}
