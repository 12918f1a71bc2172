using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using MultiLine.Load.Running;

namespace MultiLine.Cluster.Tests.Azure;

/// <summary>Microsoft's emulator of Azure Storage, as a process of its own that forgets everything. <c>./test.sh</c> installs it.</summary>
internal sealed class Azurite : IDisposable
{
    private const string Account = "multiline";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private Azurite(Process process, string connectionString) => (_process, ConnectionString) = (process, connectionString);

    public string ConnectionString { get; }

    /// <summary>Beside the folders that the hosts are built into.</summary>
    private static string Program { get; } =
        Path.Combine(Built.Artifacts.FullName, "tools", "node_modules", ".bin", "azurite");

    public static string? MissingBecause => File.Exists(Program) ? null : "Needs Azurite, the emulator of Azure Storage, which ./test.sh installs where npm is.";

    public static async Task<Azurite> StartAsync()
    {
        var (blobs, queues, tables) = (FreePort.Next(), FreePort.Next(), FreePort.Next());
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var start = new ProcessStartInfo(
            Program,
            [
                "--silent", "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck",
                "--blobPort", $"{blobs}", "--queuePort", $"{queues}", "--tablePort", $"{tables}",
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        };
        var azurite = new Azurite(
            Process.Start(start)!,
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};"
            + $"QueueEndpoint=http://127.0.0.1:{queues}/{Account};TableEndpoint=http://127.0.0.1:{tables}/{Account}");
        await UntilListening(queues);
        await UntilListening(tables);
        return azurite;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task UntilListening(int port)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (TimeProvider.System.GetElapsedTime(since) < StartTimeout)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }
}
