using System.Diagnostics;
using System.Globalization;
using MultiLine.Domain;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Storage.Log;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>A process of its own that appends without end and says on its standard output what was acknowledged, until it is killed.</summary>
internal sealed class Victim : IDisposable
{
    private const int Conversations = 8;

    private readonly Process _process;

    public Victim(string dataDirectory) => _process = Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { typeof(Victim).Assembly.Location, dataDirectory },
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    public static ConversationKey Conversation(int index) =>
        new("acme", "sales", string.Create(CultureInfo.InvariantCulture, $"contact-{index}"));

    /// <summary>The other side: the entry point of the process.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var storage = new SqliteUnderTest(directory: args[0]);
        var log = storage.Services.GetRequiredService<IConversationLog>();
        await Task.WhenAll(Enumerable.Range(0, Conversations).Select(async index =>
        {
            for (long version = 1; ; version++)
            {
                await log.MustAppendAsync(Step(Conversation(index), version - 1) with
                {
                    Claims = [new Claim("s", $"{index}-{version}", version)],
                    Content = new Dictionary<long, byte[]> { [version] = [1, 2, 3] },
                    Followers = ["archive/acme/0"],
                });
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{index} {version}"));
            }
        }));
        return 0;
    }

    /// <summary>Waits for so many acknowledgements, kills the process at once, and returns the highest acknowledged version by conversation.</summary>
    public async Task<IReadOnlyDictionary<int, long>> KillAfterAsync(int acknowledged, TimeSpan timeout)
    {
        using var deadline = new CancellationTokenSource(timeout);
        Dictionary<int, long> versions = [];
        for (var count = 0; await _process.StandardOutput.ReadLineAsync(deadline.Token) is { } line;)
        {
            // The last line may be cut off by the kill; it was acknowledged only if it is whole, and a cut one names a lower version.
            if (line.Split(' ') is [var index, { Length: > 0 } version])
                versions[int.Parse(index, CultureInfo.InvariantCulture)] = long.Parse(version, CultureInfo.InvariantCulture);
            if (++count == acknowledged)
                _process.Kill();
        }

        await _process.WaitForExitAsync(deadline.Token);
        return versions;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
