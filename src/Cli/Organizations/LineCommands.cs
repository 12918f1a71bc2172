using System.CommandLine;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Organizations;

/// <summary><c>multiline line</c>.</summary>
internal static class LineCommands
{
    public static Command Create() => new("line", "Lines of an organisation.") { AddCommand() };

    private static Command AddCommand()
    {
        var organization = CommonOptions.Key("--organization", "Whose line.");
        var id = CommonOptions.Key("--id", "What the line is called in every key. It can't be changed later.");
        var name = CommonOptions.Text("--name", "As people read it.");
        var number = new Option<string>("--phone-number-id") { Description = "Meta's id of the line's WhatsApp number.", HelpName = "ID" };
        var display = new Option<string>("--display") { Description = "That number as people read it.", HelpName = "NUMBER" };
        var sms = new Option<string>("--sms-number") { Description = "The line's number for SMS, with plus sign and country code.", HelpName = "NUMBER" };
        var data = CommonOptions.Data();
        var command = new Command("add", "Adds a line.") { organization, id, name, number, display, sms, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(number) is null != result.GetValue(display) is null)
                result.AddError("--phone-number-id and --display go together.");
            if (result.GetValue(number) is { } given && !LineArgument.IsNumberId(given))
                result.AddError($"--phone-number-id is '{given}'; Meta's ids have digits only.");
            if (result.GetValue(sms) is { } typed && LineArgument.Sms(typed) is null)
                result.AddError(LineArgument.NoSmsNumber(typed));
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var line = new Line(arguments.GetRequiredValue(id), arguments.GetRequiredValue(name))
            {
                Numbers =
                [
                    .. arguments.GetValue(number) is { } given ? (LineNumber[])[LineArgument.WhatsApp(given, arguments.GetRequiredValue(display))] : [],
                    .. arguments.GetValue(sms) is { } typed ? (LineNumber[])[LineArgument.Sms(typed)!] : [],
                ],
            };
            await using var deployment = Deployment.Open(arguments.GetRequiredValue(data));
            await deployment.Organizations.ChangeAsync(arguments.GetRequiredValue(organization), found => found.With(line), cancellationToken);
            await arguments.InvocationConfiguration.Output.WriteLineAsync($"Added the line {line.Id} ({line.Name}) to {arguments.GetRequiredValue(organization)}.");
        });
        return command;
    }
}
