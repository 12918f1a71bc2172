using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.State;

public sealed class RestartTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task Phones_templates_messages_windows_and_statuses_to_come_survive_a_restart()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock, "Statuses:DeliveredAfter=00:01:00");
        await simulator.PhoneAsync(settings: new { name = "Anna" });
        await simulator.WriteAsync(Phone, "Hi");
        var template = await simulator.TemplateAsync(Bodies.OptIn());
        var sent = await simulator.SendAsync(Bodies.Text(Phone, callbackData: "attempt-1"));
        await simulator.Business.Status(sent, "sent");

        await simulator.RestartAsync();
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("attempt-1", (string)(await simulator.Business.Status(sent, "delivered"))["biz_opaque_callback_data"]!);
        Assert.Equal("Anna", (string)(await simulator.GetControlAsync($"phones/{Phone}"))["name"]!);
        Assert.Equal("APPROVED", (string)(await simulator.TemplateWithStatusAsync(template, _ => true))["status"]!);
        Assert.Equal(2, (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray().Count);
        await simulator.SendAsync(Bodies.Text(Phone));
    }

    [Fact]
    public async Task A_killed_simulator_has_what_it_confirmed()
    {
        var directory = Directory.CreateTempSubdirectory("simulator-").FullName;
        string id;
        using (var first = await SimulatorProcess.StartAsync(directory))
        {
            await first.PostAsync("phones", new { number = Phone });
            id = (string)(await first.PostAsync($"phones/{Phone}/messages", new { text = "Hi" }))["id"]!;
            first.Kill();
        }

        using var second = await SimulatorProcess.StartAsync(directory);
        var inbox = JsonNode.Parse(await second.Client.GetStringAsync($"phones/{Phone}/inbox"))!.AsArray();
        var webhooks = JsonNode.Parse(await second.Client.GetStringAsync("webhooks?pending=true"))!.AsArray();

        Assert.Equal(id, (string)Assert.Single(inbox)!["id"]!);
        Assert.Equal(id, (string)Assert.Single(webhooks)!["subject"]!);
        second.Kill();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_wrong_setting_is_named_at_start()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunningSimulator.StartAsync("WindowLength=0", "Numbers:0:Id=abc"));

        Assert.Contains("WindowLength", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("Numbers", failure.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The real executable, so that it can be killed.</summary>
    private sealed class SimulatorProcess : IDisposable
    {
        private const string Listening = "Now listening on: ";
        private readonly Process process;

        private SimulatorProcess(Process process, string address)
        {
            this.process = process;
            Client = new HttpClient { BaseAddress = new Uri(address + "/control/") };
        }

        public HttpClient Client { get; }

        public static async Task<SimulatorProcess> StartAsync(string directory)
        {
            var started = Process.Start(
                new ProcessStartInfo("dotnet")
                {
                    ArgumentList =
                    {
                        typeof(SimulatorHost).Assembly.Location,
                        "--urls=http://127.0.0.1:0",
                        $"--Simulator:DataDirectory={directory}",
                    },
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            while (await started.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                    return new SimulatorProcess(started, line[(at + Listening.Length)..]);
            }

            throw new InvalidOperationException($"The simulator ended with {started.ExitCode} before it listened.");
        }

        public async Task<JsonNode> PostAsync(string path, object body)
        {
            using var reply = await Client.PostAsJsonAsync(path, body);
            Assert.InRange(reply.StatusCode, HttpStatusCode.OK, HttpStatusCode.Created);
            return JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
        }

        /// <summary>SIGKILL on Unix.</summary>
        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
        }

        public void Dispose()
        {
            Kill();
            Client.Dispose();
            process.Dispose();
        }
    }
}
