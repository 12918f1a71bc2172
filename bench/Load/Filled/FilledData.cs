using System.Diagnostics;
using System.Globalization;
using MultiLine.Load.Running;

namespace MultiLine.Load.Filled;

/// <summary>
/// A deployment's storage, filled by a process of its own with the code that the product writes with, and kept between runs for half a day: its
/// sessions are open for that long.
/// </summary>
internal static class FilledData
{
    private const string Mark = "filled.txt";

    /// <summary>Where there is a disk in memory it is filled there: what is durable is not what is measured here.</summary>
    private const string MemoryDisk = "/dev/shm";

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);

    /// <returns>The directory that a deployment starts from: the kept one itself.</returns>
    public static async Task<string> FindAsync(FilledSize size)
    {
        var kept = Path.Combine(Built.Artifacts.FullName, "bench-filled", size.Name);
        var mark = new FileInfo(Path.Combine(kept, Mark));
        if (!mark.Exists || TimeProvider.System.GetUtcNow().UtcDateTime - mark.LastWriteTimeUtc > KeptFor)
        {
            await FillAsync(kept, size);
        }

        return kept;
    }

    public static string Contact(int talk) => string.Create(CultureInfo.InvariantCulture, $"k{talk}");

    /// <summary>Without plus, as in webhooks.</summary>
    public static string Phone(int talk) => (12025000000L + talk).ToString(CultureInfo.InvariantCulture);

    public static void Copy(string from, string to)
    {
        foreach (var file in new DirectoryInfo(from).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }

    private static async Task FillAsync(string kept, FilledSize size)
    {
        if (Directory.Exists(kept))
        {
            Directory.Delete(kept, recursive: true);
        }

        var clock = Stopwatch.StartNew();
        var place = Directory.CreateDirectory(Path.Combine(
            Directory.Exists(MemoryDisk) ? MemoryDisk : Path.GetTempPath(), $"multiline-filled-{Environment.ProcessId}")).FullName;
        try
        {
            Deployment.Found(place);
            await RunAsync(
                "--directory", Deployment.Storage(place), "--organization", Bank.Organization, "--line", Bank.Line, "--number", Bank.PhoneNumberId,
                "--person", Bank.User, "--talks", $"{size.Talks}", "--messages", $"{size.Messages}",
                "--long-talks", $"{size.LongTalks}", "--events", $"{size.Events}");
            Copy(place, kept);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }

        // Written last: without it nothing is taken for filled.
        await File.WriteAllTextAsync(Path.Combine(kept, Mark), size.Name);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filled in {clock.Elapsed.TotalSeconds:0} s"));
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built.Program("Filling"), .. arguments]) { UseShellExecute = false };
        start.Environment["DOTNET_gcServer"] = "1";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The storage could not be filled.");
        }
    }
}
