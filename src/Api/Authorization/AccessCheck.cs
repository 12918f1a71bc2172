using System.Security.Claims;
using MultiLine.Api.Problems;
using MultiLine.Api.Sessions;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Authorization;

/// <summary>
/// Decides by what the organisation says now. Nothing is remembered from earlier requests, so removing a person, a role or a line
/// takes effect at once.
/// </summary>
internal sealed class AccessCheck(IGrainFactory grains)
{
    private static readonly Refused NotSignedIn = new(ProblemCodes.Unauthenticated, "Sign in first, or use a valid access token.");

    private static readonly Refused Forbidden = new(RefusalCodes.Forbidden, "You don't have the right to do this. An administrator can give it to you.");

    private static readonly Refused NoSuchLine = new(RefusalCodes.NotFound, "Your organisation has no such line.");

    /// <summary>The person behind a session; null if there is no session or the organisation doesn't know the person any more.</summary>
    public async Task<Caller?> Identify(ClaimsPrincipal user) =>
        SessionIdentity.Read(user) is { } session
        && await grains.GetGrain<IOrganizationGrain>(session.Organization).GetAccess(session.Person) is { } person
            ? new Caller(session.Organization, person)
            : null;

    /// <summary>Why the caller may not do it, or null.</summary>
    /// <param name="access">The endpoint's rule.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="line">The line that the address names, if it names one.</param>
    public async Task<Refused?> Check(Access access, Caller? caller, string? line)
    {
        if (access == Access.Anyone)
        {
            return null;
        }

        if (caller is null)
        {
            return NotSignedIn;
        }

        if (line is not null && !await HasLine(caller, line))
        {
            return NoSuchLine;
        }

        return IsAllowed(access, caller, line) ? null : Forbidden;
    }

    private static bool IsAllowed(Access access, Caller caller, string? line) => access switch
    {
        Access.Member => true,
        Access.LineUser => caller.WritesFrom(line),
        Access.LineReader => caller.WritesFrom(line) || caller.Is(Roles.Compliance),
        Access.Administrator => caller.Is(Roles.Administrator),
        Access.RulesReader => caller.Is(Roles.Administrator) || caller.Is(Roles.Compliance),
        Access.Compliance => caller.Is(Roles.Compliance),
        Access.Operator => caller.IsOperator,
        _ => false,
    };

    private async Task<bool> HasLine(Caller caller, string line) =>
        await grains.Organization(caller).Get() is { } organization && organization.Lines.Any(candidate => candidate.Id == line);
}
