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
        var policy = new Option<FileInfo>("--policy")
        {
            Description = "A policy file: everything that its rules look for, word lists and expressions as well, instead of the detectors.",
            HelpName = "FILE",
        };
        policy.AcceptExistingOnly();
        var command = new Command(
            "scan",
            "Finds personal and secret data in texts. Reads lines of JSON {\"id\":…,\"text\":\"…\"} and writes for each, in the same order, a line "
                + "{\"id\":…,\"hits\":[{\"type\",\"start\",\"end\",\"score\"}]}; start and end count characters (Unicode code points) from 0, end is behind the last. "
                + "Needs no server and no data. Stops at the first line that isn't such, with its number; what was before it has been written.")
        {
            file, detectors, policy,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(detectors) is { Implicit: false } && result.GetResult(policy) is not null)
                result.AddError("Give either --detector or --policy: a policy names its detectors itself.");
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var find = arguments.GetValue(policy) is { } chosen ? InPolicy(chosen) : OfDetectors(arguments.GetValue(detectors));
            await using var input = arguments.GetValue(file)?.OpenRead() ?? Console.OpenStandardInput();
            await new LineScan(find).RunAsync(input, arguments.InvocationConfiguration.Output, cancellationToken);
        });
        return command;
    }

    private static Action<string, List<Hit>> InPolicy(FileInfo file)
    {
        var policy = PolicyFile.Read(file);
        return (text, hits) => policy.Find(text, hits);
    }

    private static Action<string, List<Hit>> OfDetectors(string[]? types)
    {
        var wanted = types is { Length: > 0 } && DetectorSet.TryCreate(types, out var chosen, out _) ? chosen : DetectorSet.All;
        return (text, hits) => Detectors.Find(text, wanted, hits);
    }
}
