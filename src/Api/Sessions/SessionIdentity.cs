using System.Security.Claims;
using MultiLine.Grains.Interfaces.SignIn;

namespace MultiLine.Api.Sessions;

/// <summary>What a session says: whose it is, and nothing about rights, which the organisation is asked for with each request.</summary>
internal static class SessionIdentity
{
    private const string OrganizationClaim = "org";
    private const string PersonClaim = "person";

    public static ClaimsPrincipal Of(SignedInPerson person, string scheme) =>
        new(new ClaimsIdentity([new Claim(OrganizationClaim, person.Organization), new Claim(PersonClaim, person.Person)], scheme));

    public static (string Organization, string Person)? Read(ClaimsPrincipal user) =>
        user.FindFirst(OrganizationClaim) is { } organization && user.FindFirst(PersonClaim) is { } person
            ? (organization.Value, person.Value)
            : null;
}
