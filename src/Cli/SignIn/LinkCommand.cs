using System.CommandLine;
using MultiLine.Cli.Organizations;
using MultiLine.Storage.SignIn;

namespace MultiLine.Cli.SignIn;

/// <summary><c>multiline link</c>.</summary>
internal static class LinkCommand
{
    public static Command Create(TimeProvider time)
    {
        var organization = CommonOptions.Key("--organization", "The person's organisation.");
        var person = CommonOptions.Key("--person", "Who signs in.");
        var (validFor, url, data) = (CommonOptions.ValidFor(SignInLink.DefaultValidity), CommonOptions.Url(), CommonOptions.Data());
        var command = new Command("link", "Prints a link that signs a person in, once.") { organization, person, validFor, url, data };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var deployment = Deployment.Open(arguments.GetRequiredValue(data));
            var found = await deployment.Organizations.GetAsync(arguments.GetRequiredValue(organization), cancellationToken);
            var signsIn = found.FindPerson(arguments.GetRequiredValue(person))
                ?? throw new CommandFailedException($"{found.Id} has no person {arguments.GetRequiredValue(person)}.");
            var link = await new OneTimeLinks(deployment.Links, time).IssueAsync(
                arguments.GetRequiredValue(url), found.Id, signsIn.Id, arguments.GetRequiredValue(validFor), cancellationToken);
            await arguments.InvocationConfiguration.Output.WriteLineAsync(link.ToString());
        });
        return command;
    }
}
