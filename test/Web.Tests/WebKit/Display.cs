using System.Diagnostics;

namespace MultiLine.Web.Tests.WebKit;

/// <summary>A display that nobody looks at, for a browser that needs one.</summary>
internal sealed class Display : IDisposable
{
    public const string Program = "/usr/bin/Xvfb";

    private readonly Process _server;

    private Display(Process server, string name) => (_server, Name) = (server, name);

    /// <summary>As in the environment variable <c>DISPLAY</c>.</summary>
    public string Name { get; }

    public static async Task<Display> StartAsync()
    {
        var server = Process.Start(new ProcessStartInfo(Program, ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();

        // It looks for a number that is free and says which once clients may come.
        var number = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{Program} did not start.");
        return new Display(server, $":{number}");
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }
}
