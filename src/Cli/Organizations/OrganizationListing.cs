using MultiLine.Domain;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Organizations;

/// <summary>An organisation as <c>multiline org list</c> shows it.</summary>
internal static class OrganizationListing
{
    public static async Task WriteAsync(TextWriter output, Organization organization)
    {
        await output.WriteLineAsync($"{organization.Id}  {organization.Name}  WhatsApp {(organization.WhatsAppEnabled ? "on" : "off")}{Account(organization)}");
        foreach (var line in organization.Lines)
            await output.WriteLineAsync($"  line    {line.Id}  {line.Name}{string.Concat(line.Numbers.Select(Number))}");
        foreach (var person in organization.People)
            await output.WriteLineAsync($"  person  {person.Id}  {person.Name}  {string.Join(", ", person.Roles.Select(RoleNames.Name))}{Lines(person)}");
    }

    private static string Account(Organization organization) => organization.WhatsAppAccount is { } account ? $", account {account}" : "";

    private static string Number(LineNumber number) => $"  {number.Channel.Name()} {number.Display} ({number.Id})";

    private static string Lines(Person person) => person.Lines.IsEmpty ? "" : $"  on {string.Join(", ", person.Lines)}";
}
