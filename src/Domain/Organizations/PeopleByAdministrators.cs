using System.Collections.Immutable;

namespace MultiLine.Domain.Organizations;

/// <summary>
/// What an administrator may do with people. Who reads everything (compliance) and who runs the system (operator) is decided outside
/// the product, on the command line: an administrator can neither become one of them nor sign in as one.
/// </summary>
public static class PeopleByAdministrators
{
    public static OrganizationDecision AddBy(this Organization organization, string administrator, Person person)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(person);
        return IsAdministrator(organization, administrator) is { } refusal ? refusal
            : MayChange([], person.Roles) is { } forbidden ? forbidden
            : organization.With(person);
    }

    public static OrganizationDecision ChangeBy(this Organization organization, string administrator, string person, PersonChange change)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(change);
        if (IsAdministrator(organization, administrator) is { } refusal)
            return refusal;
        if (organization.FindPerson(person) is not { } before)
            return OrganizationDecision.Refuse(RefusalCodes.NotFound, "Your organisation has no such person.");
        var after = before with
        {
            Name = change.Name ?? before.Name,
            Roles = change.Roles ?? before.Roles,
            Lines = change.Lines ?? before.Lines,
            WhatsAppEnabled = change.WhatsAppEnabled ?? before.WhatsAppEnabled,
        };
        if (MayChange(before.Roles, after.Roles) is { } forbidden)
            return forbidden;
        if (person == administrator && !after.Roles.Contains(Role.Administrator))
        {
            return OrganizationDecision.Refuse(
                RefusalCodes.Forbidden, "You can't withdraw your own role of an administrator. Another administrator can.");
        }

        return organization.Replace(before, after);
    }

    /// <summary>Why no administrator may make a link with which this person signs in, or null.</summary>
    public static Refusal? RefuseLink(IEnumerable<Role> roles) => roles.Any(IsKept)
        ? new Refusal(
            RefusalCodes.Forbidden, "Whoever has the role compliance or operator gets sign-in links from whoever runs the system: multiline link.")
        : null;

    private static OrganizationDecision? IsAdministrator(Organization organization, string person) =>
        organization.FindPerson(person)?.Roles.Contains(Role.Administrator) is true
            ? null
            : OrganizationDecision.Refuse(RefusalCodes.Forbidden, "You are not an administrator any more.");

    private static OrganizationDecision? MayChange(ImmutableArray<Role> before, ImmutableArray<Role> after) =>
        before.Where(IsKept).Order().SequenceEqual(after.Where(IsKept).Order())
            ? null
            : OrganizationDecision.Refuse(
                RefusalCodes.Forbidden,
                "Administrators grant and withdraw the roles user and administrator only. Those of compliance and operator come from whoever runs the system.");

    private static bool IsKept(Role role) => role is Role.Compliance or Role.Operator;
}

/// <summary>What is to change of a person; null stays as it is.</summary>
public sealed record PersonChange
{
    public string? Name { get; init; }

    /// <summary>All roles afterwards.</summary>
    public ImmutableArray<Role>? Roles { get; init; }

    /// <summary>All lines afterwards.</summary>
    public ImmutableArray<string>? Lines { get; init; }

    public bool? WhatsAppEnabled { get; init; }
}
