using System.CommandLine;
using MultiLine.Cli.Organizations;
using MultiLine.Storage.Content;

namespace MultiLine.Cli.Keys;

/// <summary><c>multiline keys</c>.</summary>
internal static class KeyCommands
{
    public static Command Create() => new("keys", "The keys under which organisations' messages are sealed.") { RotateCommand() };

    private static Command RotateCommand()
    {
        var organization = CommonOptions.Key("--organization", "Whose messages.");
        var data = CommonOptions.Data();
        var command = new Command(
            "rotate",
            "Makes a new key. A running server seals with it within a minute; what was sealed before opens with the key of its time.")
        {
            organization, data,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var deployment = Deployment.Open(arguments.GetRequiredValue(data));
            var found = await deployment.Organizations.GetAsync(arguments.GetRequiredValue(organization), cancellationToken);
            var key = await deployment.Get<IKeyRing>().RotateAsync(found.Id, cancellationToken);
            await arguments.InvocationConfiguration.Output.WriteLineAsync($"{found.Id} has the key {key.Id} now.");
        });
        return command;
    }
}
