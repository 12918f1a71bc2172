using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>A mail as a parser understands it that shares nothing with the writer: Python's.</summary>
internal sealed record ReadMail(
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<string> Names,
    IReadOnlyList<string[]> From,
    IReadOnlyList<string[]> To,
    DateTimeOffset Date,
    string Body,
    IReadOnlyList<ReadFile> Files,
    IReadOnlyList<string> Defects)
{
    public string? this[string header] => Headers.GetValueOrDefault(header.ToLowerInvariant());
}

internal sealed record ReadFile(string Name, string Type, string Disposition, byte[] Bytes);

internal static class PythonMail
{
    public static string? MissingBecause { get; } = IsHere() ? null : "needs python3 on the PATH, for its mail parser";

    public static async Task<IReadOnlyList<ReadMail>> ReadAsync(IReadOnlyList<byte[]> mails)
    {
        using var python = Start(Path.Combine(AppContext.BaseDirectory, "Archive", "ReadMails.py"));
        var printed = python.StandardOutput.ReadToEndAsync();
        var complained = python.StandardError.ReadToEndAsync();
        await using (var input = python.StandardInput.BaseStream)
        {
            foreach (var mail in mails)
            {
                await input.WriteAsync(System.Text.Encoding.ASCII.GetBytes(mail.Length.ToString(CultureInfo.InvariantCulture) + "\n"));
                await input.WriteAsync(mail);
            }
        }

        await python.WaitForExitAsync();
        Assert.True(python.ExitCode == 0, await complained);
        var lines = (await printed).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(mails.Count, lines.Length);
        return [.. lines.Select(line => JsonSerializer.Deserialize<ReadMail>(line, JsonSerializerOptions.Web)!)];
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("python3", arguments)
    {
        UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    private static bool IsHere()
    {
        try
        {
            using var python = Start("-c", "import email.policy");
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test that is skipped where Python isn't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = PythonMail.MissingBecause;
}
