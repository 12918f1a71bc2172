using System.CommandLine;
using System.Globalization;
using System.Text;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;

namespace MultiLine.Cli.Exports;

/// <summary><c>multiline verify</c>.</summary>
internal static class VerifyCommand
{
    private const string FirstLine = "multiline-tree-head-1\n";

    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("file") { Description = "The export, JSON lines; - for standard input." };
        var keys = new Option<FileInfo[]>("--key")
        {
            Description = "A public key (PEM) that you trust, from another place than the export; may be given several times.",
            HelpName = "FILE",
        };
        keys.AcceptExistingOnly();
        var anchors = new Option<FileSystemInfo[]>("--anchors")
        {
            Description = "Tree heads that were kept outside: a file with some, or a folder of such files; may be given several times.",
            HelpName = "PATH",
        };
        anchors.AcceptExistingOnly();
        var progress = ProgressOption();
        var command = new Command(
            "verify",
            "Checks an export with nothing but itself, the keys that you trust and tree heads that were kept outside: each event and content against its hash, the "
                + "chain, the Merkle tree, the signatures. Ends with 1 at the first thing that is wrong, and names it.")
        {
            file, keys, anchors, progress,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var streams = arguments.InvocationConfiguration;
            var trusted = (arguments.GetValue(keys) ?? []).Select(ReadKey).ToList();
            var heads = (arguments.GetValue(anchors) ?? []).SelectMany(FilesOf).SelectMany(ReadHeads).ToList();
            var path = arguments.GetRequiredValue(file);
            await using var input = Open(path);
            using var verifier = new ExportVerifier(trusted, heads);
            var said = new Progress(IsWanted(arguments.GetValue(progress)) ? streams.Error : null, "records", time);
            var length = path == "-" ? 0 : input.Length;
            await ExportFile.VerifyAsync(
                input, verifier, passed => said.SayAsync(verifier.Records + verifier.Leaves, length == 0 ? null : (double)passed / length), cancellationToken);
            await said.EndAsync();
            if (verifier.Fault is { } fault)
            {
                var place = fault.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {fault.Line}") : "";
                throw new CommandFailedException($"Not verified: {fault.Kind}{place}. {fault.Message}");
            }

            await streams.Output.WriteLineAsync(Summary(verifier, trusted.Count > 0, heads.Count));
        });
        return command;
    }

    internal static Option<bool> ProgressOption() => new("--progress")
    {
        Description = "Say on standard error how far it has come, also where that is no terminal.",
    };

    internal static bool IsWanted(bool progress) => progress || !Console.IsErrorRedirected;

    private static Stream Open(string path)
    {
        if (path == "-")
            return Console.OpenStandardInput();
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan)
            : throw new CommandFailedException($"There is no file {path}.");
    }

    private static LedgerPublicKey ReadKey(FileInfo file)
    {
        try
        {
            return LedgerPublicKey.FromPem(File.ReadAllText(file.FullName));
        }
        catch (FormatException error)
        {
            throw new CommandFailedException($"{file}: {error.Message}");
        }
    }

    private static IEnumerable<FileInfo> FilesOf(FileSystemInfo place) =>
        place is DirectoryInfo folder ? folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal) : [(FileInfo)place];

    private static IEnumerable<SignedTreeHead> ReadHeads(FileInfo file)
    {
        var texts = File.ReadAllText(file.FullName).Split(FirstLine, StringSplitOptions.RemoveEmptyEntries);
        foreach (var text in texts)
        {
            if (!SignedTreeHead.TryParse(Encoding.UTF8.GetBytes(FirstLine + text), out var head, out var fault))
                throw new CommandFailedException($"{file} holds something else than tree heads: {fault}");
            yield return head;
        }
    }

    private static string Summary(ExportVerifier verifier, bool hasTrust, int anchors)
    {
        var head = verifier.Head!;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Verified: tree head {head.Number} of {head.Organization}, signed at {head.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC with the key {head.Key}.\n");
        text.Append(CultureInfo.InvariantCulture, $"{verifier.Records:N0} records of {verifier.Conversations:N0} conversations, {verifier.Contents:N0} with content, {verifier.AbsentContents:N0} whose content is not in it; {verifier.Leaves:N0} leaves in the place of other records.\n");
        if (verifier.Files + verifier.AbsentFiles > 0)
            text.Append(CultureInfo.InvariantCulture, $"{verifier.Files:N0} files are those that their messages came with; {verifier.AbsentFiles:N0} others are not in it.\n");
        text.Append(anchors == 0
            ? "No tree heads from outside were compared: that the ledger was not rewritten with the same key is not shown.\n"
            : $"{verifier.AnchorsMet} of {anchors} tree heads from outside agree with it; the others are of other organisations.\n");
        text.Append(hasTrust
            ? "The key is one that you trust."
            : "The key is the one that the export brings with it: it shows that the export is whole, and not whose it is. Name a key that you trust with --key.");
        return text.ToString();
    }
}
