using System.CommandLine;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Organizations;

/// <summary><c>multiline person</c>.</summary>
internal static class PersonCommands
{
    public static Command Create() => new("person", "People of an organisation.") { AddCommand() };

    private static Command AddCommand()
    {
        var organization = CommonOptions.Key("--organization", "Whose person.");
        var id = CommonOptions.Key("--id", "What the person is called in keys. It can't be changed later.");
        var name = CommonOptions.Text("--name", "As colleagues and the archive read it.");
        var roles = new Option<string[]>("--role")
        {
            Description = "What the person may do. May be given several times; operators are people of the organisation system only.",
            Required = true,
        };
        roles.AcceptOnlyFromAmong([.. RoleNames.All]);
        var lines = new Option<string[]>("--line")
        {
            Description = "The id of a line that the person writes from. May be given several times.", HelpName = "ID",
        };
        var data = CommonOptions.Data();
        var command = new Command("add", "Adds a person. multiline link makes the link to sign in with.") { organization, id, name, roles, lines, data };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var person = new Person(arguments.GetRequiredValue(id), arguments.GetRequiredValue(name))
            {
                Roles = [.. arguments.GetRequiredValue(roles).Distinct().Select(RoleNames.Read)],
                Lines = [.. (arguments.GetValue(lines) ?? []).Distinct()],
            };
            await using var deployment = Deployment.Open(arguments.GetRequiredValue(data));
            await deployment.Organizations.ChangeAsync(arguments.GetRequiredValue(organization), found => found.With(person), cancellationToken);
            await arguments.InvocationConfiguration.Output.WriteLineAsync($"Added {person.Id} ({person.Name}) to {arguments.GetRequiredValue(organization)}.");
        });
        return command;
    }
}
