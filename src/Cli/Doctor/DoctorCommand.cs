using System.Collections.Immutable;
using System.CommandLine;
using MultiLine.Cli.Doctor.Checks;
using MultiLine.Cli.Doctor.Looking;
using MultiLine.Cli.Organizations;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Doctor;

/// <summary><c>multiline doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var settings = new Option<FileInfo>("--settings")
        {
            Description = "The server's appsettings.json, if its settings are kept there. The environment counts for more.", HelpName = "FILE",
        };
        settings.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var command = new Command(
            "doctor", $"Checks settings, Meta's side and the webhook, and says what is missing. Changes nothing. Findings point to {Guide.File}.")
        {
            data, settings, json,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var read = DoctorSettings.Read(arguments.GetValue(settings));
            var organizations = await OrganizationsAsync(arguments.GetRequiredValue(data), cancellationToken);
            var sight = await new Look(read, time).AroundAsync(organizations, cancellationToken);
            var report = new Report(AllChecks.Examine(sight), read.Secrets);
            await arguments.InvocationConfiguration.Output.WriteAsync(arguments.GetValue(json) ? report.ToJson() : report.ToText());
            return report.IsGood ? 0 : 1;
        });
        return command;
    }

    /// <summary>None where there is no deployment yet: that is for a check to tell.</summary>
    private static async Task<ImmutableArray<Organization>> OrganizationsAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        if (!Deployment.Exists(dataDirectory))
            return [];
        await using var deployment = Deployment.Open(dataDirectory);
        List<Organization> organizations = [];
        foreach (var id in await deployment.Organizations.ListAsync(cancellationToken))
            organizations.Add(await deployment.Organizations.GetAsync(id, cancellationToken));
        return [.. organizations];
    }
}
