using MultiLine.Domain.Audit;

namespace MultiLine.Domain.Organizations;

/// <summary>What must be true of an organisation, whoever changes it.</summary>
public static class OrganizationRules
{
    /// <summary>The organisation of those who run the deployment.</summary>
    public const string System = "system";

    public static OrganizationDecision WithLinesThatDiffer(this Organization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        if (organization.Lines.FirstOrDefault(line => !AuditLog.MayBeLine(line.Id)) is { } reserved)
            return ReservedLine(reserved);
        return organization.Lines.CountBy(line => line.Id).FirstOrDefault(lines => lines.Value > 1).Key is { } twice
            ? OrganizationDecision.Refuse(RefusalCodes.InvalidRequest, $"The line {twice} is there twice.")
            : OrganizationDecision.To(organization);
    }

    public static OrganizationDecision With(this Organization organization, Line line)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(line);
        if (!AuditLog.MayBeLine(line.Id))
            return ReservedLine(line);
        return organization.FindLine(line.Id) is null
            ? OrganizationDecision.To(organization with { Lines = organization.Lines.Add(line) })
            : OrganizationDecision.Refuse(RefusalCodes.InvalidRequest, $"{organization.Id} has a line {line.Id} already.");
    }

    private static OrganizationDecision ReservedLine(Line line) => OrganizationDecision.Refuse(
        RefusalCodes.InvalidRequest, $"The line can't be called {line.Id}: ids that begin with an underscore are the system's own.");

    /// <summary>Another name for a line, as people read it.</summary>
    public static OrganizationDecision RenameLine(this Organization organization, string line, string name)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return organization.FindLine(line) is { } found
            ? OrganizationDecision.To(organization with { Lines = organization.Lines.Replace(found, found with { Name = name }) })
            : OrganizationDecision.Refuse(RefusalCodes.NotFound, "Your organisation has no such line.");
    }

    /// <summary>Another one of the organisation's policies, in place of the one that the change was made from.</summary>
    public static OrganizationDecision PutPolicyInForce(this Organization organization, long version, long? replaced)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return organization.PolicyVersion == replaced
            ? OrganizationDecision.To(organization with { PolicyVersion = version })
            : OrganizationDecision.Refuse(
                RefusalCodes.InvalidRequest, "Somebody else has changed the policy meanwhile. Look at it as it is now, and change that.");
    }

    public static OrganizationDecision With(this Organization organization, Person person)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(person);
        if (organization.FindPerson(person.Id) is not null)
            return OrganizationDecision.Refuse(RefusalCodes.InvalidRequest, $"{organization.Id} has a person {person.Id} already.");
        if (person.Roles.Contains(Role.Operator) && organization.Id != System)
            return OrganizationDecision.Refuse(RefusalCodes.InvalidRequest, $"Operators are people of the organisation {System} only.");
        return organization.IfLinesAreThere(person, organization with { People = organization.People.Add(person) });
    }

    /// <summary>Puts a person in the place of the one with the same id.</summary>
    internal static OrganizationDecision Replace(this Organization organization, Person before, Person after) =>
        organization.IfLinesAreThere(after, organization with { People = organization.People.Replace(before, after) });

    private static OrganizationDecision IfLinesAreThere(this Organization organization, Person person, Organization changed) =>
        person.Lines.FirstOrDefault(line => organization.FindLine(line) is null) is { } unknown
            ? OrganizationDecision.Refuse(RefusalCodes.InvalidRequest, $"{organization.Id} has no line {unknown}.")
            : OrganizationDecision.To(changed);
}
