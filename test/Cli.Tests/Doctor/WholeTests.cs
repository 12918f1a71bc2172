using System.Text.Json;
using MultiLine.Cli.Tests.Demonstration;
using MultiLine.Cli.Tests.Harness;

namespace MultiLine.Cli.Tests.Doctor;

/// <summary>The doctor beside the product itself: the server answers the handshake and has submitted the opt-in request.</summary>
public sealed class WholeTests : IDisposable
{
    private readonly TempDeployment _temp = new() { Time = TimeProvider.System };

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task The_demonstration_is_in_order_once_it_is_live()
    {
        await _temp.DoneAsync("demo", "prepare", "--simulator", "http://127.0.0.1:5090");
        await using var pair = await RunningPair.StartAsync(_temp.Data);
        await _temp.DoneAsync("demo", "live", "--simulator", pair.Simulator, "--url", pair.Server, "--access-token", RunningPair.AccessToken);
        var settings = await WriteSettingsAsync(pair);

        // The server has just submitted the opt-in request: it is approved a moment later.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var ending = await _temp.RunAsync("doctor", "--settings", settings);
        while (ending.Output.Contains("under review", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
            ending = await _temp.RunAsync("doctor", "--settings", settings);
        }

        Assert.True(ending.Code == 0, ending.Output);
        Assert.Contains("opt_in_request_1 in en_US, is approved", ending.Output, StringComparison.Ordinal);
        Assert.Contains($"{pair.Server}/webhooks/whatsapp answers the handshake", ending.Output, StringComparison.Ordinal);
    }

    private async Task<string> WriteSettingsAsync(RunningPair pair)
    {
        var file = $"{_temp.Data}.settings.json";
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(pair.Settings));
        return file;
    }
}
