using System.Diagnostics;
using System.Globalization;
using MultiLine.Cli.Exports;
using MultiLine.Domain.Ledger;
using MultiLine.Domain.Ledger.Exports;

namespace MultiLine.Archive;

/// <summary>How fast <c>multiline verify</c> goes through an export: the same code, without the start of the process.</summary>
internal static class VerifyBench
{
    private const int Rounds = 3;

    public static async Task<int> RunAsync(int records)
    {
        var path = Path.GetTempFileName();
        try
        {
            Console.Error.WriteLine($"Making an export of {records:N0} records …");
            LedgerPublicKey key;
            await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
                key = MadeExport.Write(file, records);
            var bytes = new FileInfo(path).Length;
            var best = TimeSpan.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                await using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
                using var verifier = new ExportVerifier([key], []);
                await ExportFile.VerifyAsync(input, verifier, static _ => Task.CompletedTask, CancellationToken.None);
                if (verifier.Fault is { } fault || verifier.Records != records)
                    throw new InvalidOperationException($"The export is not verified: {verifier.Fault?.Message}");
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: {watch.Elapsed.TotalSeconds:F2} s"));
                best = watch.Elapsed < best ? watch.Elapsed : best;
            }

            Console.WriteLine(new Figure("verify_records_per_s", records / best.TotalSeconds, "records/s"));
            Console.WriteLine(new Figure("verify_mb_per_s", bytes / best.TotalSeconds / 1e6, "MB/s"));
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
