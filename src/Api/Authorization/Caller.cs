using System.Reflection;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Authorization;

/// <summary>Who asks, as the organisation knows the person at this moment.</summary>
/// <param name="Organization">From the session, never from the request: another organisation can't even be named.</param>
/// <param name="Person">The person with roles and lines.</param>
public sealed record Caller(string Organization, PersonAccess Person)
{
    public bool Is(string role) => Person.Roles.Contains(role);

    /// <summary>The role means something only in the organisation that runs the system.</summary>
    public bool IsOperator => Organization == GrainKeys.SystemOrganization && Is(Roles.Operator);

    public bool WritesFrom(string? line) => line is not null && Person.Lines.Contains(line);

    public IReadOnlyList<LineCard> LinesOf(OrganizationCard organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return [.. organization.Lines.Where(line => WritesFrom(line.Id))];
    }

    /// <summary>Lets an endpoint ask for its caller by a parameter; null where nobody is signed in.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Features.Get<Caller>());
    }
}

/// <summary>The roles as organisations name them.</summary>
public static class Roles
{
    public const string User = "user";
    public const string Administrator = "administrator";
    public const string Compliance = "compliance";
    public const string Operator = "operator";
}
