using System.CommandLine;
using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Cli.Policy;

/// <summary><c>multiline scan</c>.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where to read from, instead of standard input.", Arity = ArgumentArity.ZeroOrOne };
        file.AcceptExistingOnly();
        var detectors = new Option<string[]>("--detector")
        {
            Description = "What to look for; may be given several times. Default: all. One of "
                + string.Join(", ", Detectors.All.Select(d => d.Type)) + ".",
            HelpName = "TYPE",
        };
        detectors.Validators.Add(result =>
        {
            if (!DetectorSet.TryCreate(result.GetValueOrDefault<string[]>(), out _, out var unknown))
                result.AddError($"--detector is '{unknown}', which there isn't. There are {string.Join(", ", Detectors.All.Select(d => d.Type))}.");
        });
        var command = new Command(
            "scan",
            "Finds personal and secret data in texts. Reads lines of JSON {\"id\":…,\"text\":\"…\"} and writes for each, in the same order, a line "
                + "{\"id\":…,\"hits\":[{\"type\",\"start\",\"end\",\"score\"}]}; start and end count characters (Unicode code points) from 0, end is behind the last. "
                + "Needs no server and no data. Stops at the first line that isn't such, with its number; what was before it has been written.")
        {
            file, detectors,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var wanted = Choose(arguments.GetValue(detectors));
            await using var input = arguments.GetValue(file)?.OpenRead() ?? Console.OpenStandardInput();
            await new LineScan((text, hits) => Detectors.Find(text, wanted, hits))
                .RunAsync(input, arguments.InvocationConfiguration.Output, cancellationToken);
        });
        return command;
    }

    private static DetectorSet Choose(string[]? types) =>
        types is { Length: > 0 } && DetectorSet.TryCreate(types, out var chosen, out _) ? chosen : DetectorSet.All;
}
