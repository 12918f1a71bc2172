using System.Diagnostics;

namespace MultiLine.Pages.Seeding;

/// <summary>What is looked at: made once, kept between runs, and copied for each run, so that every run begins with the same.</summary>
internal static class Dataset
{
    private const string LongThread = "long-thread.txt";

    /// <summary>Where there is a disk in memory it is filled there: what is durable is not what is measured here.</summary>
    private const string MemoryDisk = "/dev/shm";

    /// <summary>Copies it to where a deployment starts from.</summary>
    /// <returns>The contact of the long thread.</returns>
    public static async Task<string> LayAsync(string directory, Size size, bool fresh)
    {
        var kept = Path.Combine(Built.Artifacts.FullName, "bench-pages", $"{size.Threads}-{size.LongThread}");
        if (fresh || !File.Exists(Path.Combine(kept, LongThread)))
        {
            await MakeAsync(kept, size);
        }

        Copy(kept, directory);
        return await File.ReadAllTextAsync(Path.Combine(kept, LongThread));
    }

    private static async Task MakeAsync(string kept, Size size)
    {
        if (Directory.Exists(kept))
        {
            Directory.Delete(kept, recursive: true);
        }

        var clock = Stopwatch.StartNew();
        var place = Directory.CreateDirectory(Path.Combine(
            Directory.Exists(MemoryDisk) ? MemoryDisk : Path.GetTempPath(), $"multiline-pages-{Environment.ProcessId}")).FullName;
        try
        {
            string contact;
            using (var deployment = await Deployment.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal), place))
            {
                contact = await new Seeder(deployment, size, TimeProvider.System).RunAsync();
            }

            Copy(place, kept);
            // Written last: without it there is no data set.
            await File.WriteAllTextAsync(Path.Combine(kept, LongThread), contact);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }

        Console.WriteLine($"{size.Threads} threads, one of them of {size.LongThread} messages, came in by webhooks in {clock.Elapsed.TotalSeconds:0} s");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in new DirectoryInfo(from).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }
}
