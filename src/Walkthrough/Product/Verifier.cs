using System.Diagnostics;

namespace MultiLine.Walkthrough.Product;

/// <summary>The command <c>multiline verify</c>, as somebody runs it who has the export and the key and nothing else.</summary>
/// <param name="multiline">The program.</param>
internal sealed class Verifier(string multiline) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("multiline-walkthrough-");

    /// <summary>How it ended, and what it said.</summary>
    public async Task<(int Code, string Said)> VerifyAsync(byte[] export, string key)
    {
        var (file, pem) = (Path.Combine(_folder.FullName, "export.jsonl"), Path.Combine(_folder.FullName, "key.pem"));
        await File.WriteAllBytesAsync(file, export);
        await File.WriteAllTextAsync(pem, key);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [multiline, "verify", file, "--key", pem])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await error).Trim());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
