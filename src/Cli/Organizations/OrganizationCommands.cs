using System.CommandLine;
using MultiLine.Cli.SignIn;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.SignIn;

namespace MultiLine.Cli.Organizations;

/// <summary><c>multiline org</c>.</summary>
internal static class OrganizationCommands
{
    public static Command Create(TimeProvider time) => new("org", "Organisations.") { CreateCommand(time), ListCommand() };

    private static Command CreateCommand(TimeProvider time)
    {
        var id = CommonOptions.Key("--id", "What the organisation is called in every key. It can't be changed later.");
        var name = CommonOptions.Text("--name", "As contacts read it in the opt-in request.");
        var administrator = CommonOptions.Text("--administrator", "The name of the first administrator, whose id is made of the first word.");
        var account = new Option<string>("--whatsapp-account")
        {
            Description = "The id of the WhatsApp business account (WABA). Switches WhatsApp on.", HelpName = "WABA",
        };
        var parent = new Option<string>("--parent")
        {
            Description = "The organisation that this one is a part of: its policy applies here too. It can't be changed later.", HelpName = "ORG",
        };
        var lines = LineArgument.Lines();
        var (data, url, validFor) = (CommonOptions.Data(), CommonOptions.Url(), CommonOptions.ValidFor(SignInLink.DefaultValidity));
        var command = new Command("create", "Creates an organisation with its first administrator and prints a one-time sign-in link.")
        {
            id, name, administrator, account, parent, lines, data, url, validFor,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var first = new Person(PersonIds.Of(arguments.GetRequiredValue(administrator), otherwise: "administrator"), arguments.GetRequiredValue(administrator))
            {
                Roles = [Role.Administrator],
            };
            var organization = new Organization
            {
                Id = arguments.GetRequiredValue(id),
                Name = arguments.GetRequiredValue(name),
                WhatsAppEnabled = arguments.GetValue(account) is not null,
                WhatsAppAccount = arguments.GetValue(account),
                Parent = arguments.GetValue(parent),
                Lines = [.. arguments.GetValue(lines) ?? []],
                People = [first],
            }.WithLinesThatDiffer().OrFail();
            await using var deployment = Deployment.OpenOrCreate(arguments.GetRequiredValue(data));
            if (organization.Parent is { } above)
                await deployment.Organizations.GetAsync(above, cancellationToken);
            await deployment.Organizations.CreateAsync(organization, cancellationToken);
            var link = await new OneTimeLinks(deployment.Links, time).IssueAsync(
                arguments.GetRequiredValue(url), organization.Id, first.Id, arguments.GetRequiredValue(validFor), cancellationToken);

            var output = arguments.InvocationConfiguration.Output;
            await output.WriteLineAsync($"Created {organization.Id} ({organization.Name}) with the administrator {first.Id} ({first.Name}). To sign in once:");
            await output.WriteLineAsync(link.ToString());
        });
        return command;
    }

    private static Command ListCommand()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Lists the organisations with their lines and people.") { data };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var deployment = Deployment.Open(arguments.GetRequiredValue(data));
            foreach (var id in await deployment.Organizations.ListAsync(cancellationToken))
                await OrganizationListing.WriteAsync(arguments.InvocationConfiguration.Output, await deployment.Organizations.GetAsync(id, cancellationToken));
        });
        return command;
    }
}
