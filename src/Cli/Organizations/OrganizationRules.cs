using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Organizations;

/// <summary>What must be true of an organisation before it is written.</summary>
internal static class OrganizationRules
{
    /// <summary>The organisation of those who run the deployment.</summary>
    public const string System = "system";

    public static Organization EnsureLinesDiffer(this Organization organization) =>
        organization.Lines.CountBy(line => line.Id).FirstOrDefault(lines => lines.Value > 1).Key is { } twice
            ? throw new CommandFailedException($"The line {twice} is there twice.")
            : organization;

    public static Organization With(this Organization organization, Line line) => organization.FindLine(line.Id) is null
        ? organization with { Lines = organization.Lines.Add(line) }
        : throw new CommandFailedException($"{organization.Id} has a line {line.Id} already.");

    public static Organization With(this Organization organization, Person person)
    {
        if (organization.FindPerson(person.Id) is not null)
            throw new CommandFailedException($"{organization.Id} has a person {person.Id} already.");
        if (person.Roles.Contains(Role.Operator) && organization.Id != System)
            throw new CommandFailedException($"Operators are people of the organisation {System} only.");
        if (person.Lines.FirstOrDefault(line => organization.FindLine(line) is null) is { } unknown)
            throw new CommandFailedException($"{organization.Id} has no line {unknown}.");
        return organization with { People = organization.People.Add(person) };
    }
}
