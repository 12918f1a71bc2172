namespace MultiLine.Cli.Tests.Harness;

/// <summary>A data directory of its own, and the command run on it as a shell would, but for the process.</summary>
internal sealed class TempDeployment : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("multiline-cli-").FullName;

    public TempDeployment() => Time = Clock;

    /// <summary>Not there until a command makes it.</summary>
    public string Data => Path.Combine(_parent, "product");

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 18, 10, 30, 0, TimeSpan.Zero));

    /// <summary>What commands take the time from.</summary>
    public TimeProvider Time { get; init; }

    /// <summary>Runs a command with <c>--data</c> added.</summary>
    public Task<Ending> RunAsync(params string[] args) => RunExactlyAsync([.. args, "--data", Data]);

    public async Task<Ending> RunExactlyAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await CommandLine.RunAsync(args, output, error, Time);
        return new Ending(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs what must succeed; its output.</summary>
    public async Task<string> DoneAsync(params string[] args)
    {
        var ending = await RunAsync(args);
        Assert.True(ending.Code == 0, $"multiline {string.Join(' ', args)} ended with {ending.Code}: {ending.Error}");
        return ending.Output;
    }

    /// <summary>Runs what must fail; what it said.</summary>
    public async Task<string> RefusedAsync(params string[] args)
    {
        var ending = await RunAsync(args);
        Assert.Equal(1, ending.Code);
        return ending.Error;
    }

    /// <summary>Storage as the server would open it beside the command.</summary>
    public Deployment Open() => Deployment.Open(Data);

    public Task<string> CreateAcmeAsync() => DoneAsync(
        "org", "create", "--id", "acme", "--name", "Acme Bank", "--administrator", "Ada Admin", "--whatsapp-account", "4711",
        "--line", "desk:Front desk:555001:+49 30 23125 001");

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}

internal sealed record Ending(int Code, string Output, string Error);
