using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Retention;

/// <summary>What a compliance officer may hold.</summary>
public static class HoldRules
{
    /// <summary>Why this can't be held, or null. A person who has left may be: what the person wrote is still there.</summary>
    public static Refusal? Fault(this HoldScope scope, Organization organization)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(organization);
        return scope switch
        {
            { IsPossible: false } => new Refusal(RefusalCodes.InvalidRequest, "The time from which the hold covers must lie before the time until which it does."),
            { Line: { } line } when organization.FindLine(line) is null => new Refusal(RefusalCodes.NotFound, "Your organisation has no such line."),
            _ => null,
        };
    }

    /// <summary>The scope as it is from now on: the lines that its person has now stay in it, whoever has them later.</summary>
    public static HoldScope Fixed(this HoldScope scope, Organization organization)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(organization);
        return scope.Person is { } person ? scope with { PersonLines = organization.FindPerson(person)?.Lines ?? [] } : scope;
    }
}
