using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.Options;
using MultiLine.Cli.Demonstration;
using MultiLine.Cli.Doctor;
using MultiLine.Cli.Exports;
using MultiLine.Cli.Keys;
using MultiLine.Cli.Organizations;
using MultiLine.Cli.Policy;
using MultiLine.Cli.SignIn;
using MultiLine.Domain;
using MultiLine.Storage.Hosting;

namespace MultiLine.Cli;

/// <summary>The command <c>multiline</c>: everything that it can do, and how it ends.</summary>
internal static class CommandLine
{
    /// <returns>0 if it was done; 1 if not, with the reason in <paramref name="error"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var root = new Command("multiline", "Looks after a MultiLine deployment. Works on its data directory, whether the server runs or not.")
        {
            new HelpOption(),
            OrganizationCommands.Create(time),
            PersonCommands.Create(),
            LineCommands.Create(),
            LinkCommand.Create(time),
            KeyCommands.Create(),
            DoctorCommand.Create(time),
            ExportCommand.Create(time),
            VerifyCommand.Create(time),
            ScanCommand.Create(),
            DemonstrationCommands.Create(time),
        };
        try
        {
            var streams = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await root.Parse(args).InvokeAsync(streams, cancellationToken);
        }
        catch (Exception e) when (IsSomethingToTell(e))
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>What the person who typed the command can do something about; anything else is a fault of ours and shows its trace.</summary>
    private static bool IsSomethingToTell(Exception e) =>
        e is CommandFailedException or OptionsValidationException or StorageUnavailableException or StorageSetupException or HttpRequestException
            or IOException or UnauthorizedAccessException;
}
