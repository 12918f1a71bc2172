using System.Diagnostics;

namespace MultiLine.Load.Running;

/// <summary>One of our servers as a process of its own, which can be killed and started again.</summary>
internal sealed class ServerProcess(
    string project, Uri address, string healthPath, IReadOnlyDictionary<string, string> settings, string log, params string[] arguments) : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    public Uri Address => address;

    public bool IsRunning => _process is not null;

    /// <summary>Whether it has ended by itself, or by somebody else.</summary>
    public bool HasEnded => _process is { HasExited: true };

    /// <summary>What it has in memory, by the kernel's count.</summary>
    public long ResidentBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What it has had of the processors since it started, by the kernel's count.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and returns when it is healthy.</summary>
    /// <param name="environment">Variables besides its settings.</param>
    /// <param name="goOn">Whether it is worth waiting for; where not, this returns before it is healthy.</param>
    public async Task StartAsync(IReadOnlyDictionary<string, string> environment, Func<bool>? goOn = null)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        // The shell only sends the output to the log and is then the server itself.
        foreach (var argument in (string[])["-c", "log=$1; shift; exec dotnet \"$0\" \"$@\" >>\"$log\" 2>&1", Built.Program(project), log, .. arguments, "--urls", address.ToString()])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings.Concat(environment))
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        var since = Stopwatch.StartNew();
        while (!await IsHealthyAsync())
        {
            if (goOn?.Invoke() == false)
            {
                return;
            }

            if (_process.HasExited || since.Elapsed > StartTimeout)
            {
                throw new InvalidOperationException($"{project} did not start; see {log}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>SIGKILL: nothing of the process gets another instruction.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
        _http.Dispose();
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            return (await _http.GetAsync(new Uri(healthPath, UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
