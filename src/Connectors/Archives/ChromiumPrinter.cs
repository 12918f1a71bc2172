using System.Diagnostics;
using System.Text;

namespace MultiLine.Connectors.Archives;

/// <summary>Prints HTML to PDF with a Chromium that is installed beside the product. The page gets no network; what it may run, its own policy says.</summary>
/// <remarks><see href="https://developer.chrome.com/docs/chromium/headless"/></remarks>
public sealed class ChromiumPrinter
{
    /// <summary>What people are told where there is none.</summary>
    public const string Missing =
        "A PDF is printed by Chromium, and there is none on the PATH. Install it (Debian: apt-get install chromium), or print the HTML transcript from a browser.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

    private readonly string _program;
    private readonly TimeProvider _time;

    private ChromiumPrinter(string program, TimeProvider time) => (_program, _time) = (program, time);

    /// <summary>How long one print may take.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The first Chromium on the path, or null: <see cref="Missing"/> says what to do then.</summary>
    /// <param name="time">Measures how long a print takes.</param>
    /// <param name="path">Folders, as in the variable PATH, which is taken where this is null.</param>
    public static ChromiumPrinter? Find(TimeProvider time, string? path = null)
    {
        var folders = (path ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var program = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))).FirstOrDefault(File.Exists);
        return program is null ? null : new ChromiumPrinter(program, time);
    }

    /// <summary>The pages as a PDF. While it prints they are files in a folder that only this process's user can read.</summary>
    /// <exception cref="InvalidOperationException">Chromium ended without a PDF; says what it complained of last.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="Longest"/>.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("multiline-print-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, Encoding.UTF8, cancellationToken);
            var complaint = await RunAsync(folder, page, pdf, cancellationToken);
            return File.Exists(pdf)
                ? await File.ReadAllBytesAsync(pdf, cancellationToken)
                : throw new InvalidOperationException($"Chromium ({_program}) printed nothing. Its last words: {complaint}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string> RunAsync(string folder, string page, string pdf, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Longest, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var chromium = Process.Start(new ProcessStartInfo(_program, Arguments(folder, page, pdf))
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{_program} can't be started.");
        try
        {
            var printed = chromium.StandardOutput.ReadToEndAsync(either.Token);
            var complained = chromium.StandardError.ReadToEndAsync(either.Token);
            await chromium.WaitForExitAsync(either.Token);
            await printed;
            return (await complained).Trim().Split('\n')[^1];
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Chromium did not print within {Longest}.", e);
        }
        finally
        {
            if (!chromium.HasExited)
            {
                chromium.Kill(entireProcessTree: true);
                await chromium.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static IEnumerable<string> Arguments(string folder, string page, string pdf) =>
    [
        "--headless",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        // Chromium refuses to run in its sandbox as root, which is how containers often run.
        .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
        $"--user-data-dir={Path.Combine(folder, "profile")}",
        "--no-pdf-header-footer",
        $"--print-to-pdf={pdf}",
        new Uri(page).AbsoluteUri,
    ];
}
