using System.Net;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Numbers;

public sealed class SettingsTests
{
    private const string Path = $"{RunningSimulator.NumberId}/settings";

    [Fact]
    public async Task Settings_keep_what_a_change_does_not_name()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await simulator.CallAsync(HttpMethod.Post, Path, new { calling = new { status = "enabled", video = new { status = "enabled" } } });
        await simulator.CallAsync(HttpMethod.Post, Path, new { calling = new { status = "disabled" } });
        var (_, settings) = await simulator.CallAsync(HttpMethod.Get, Path);

        Assert.Equal("disabled", (string)settings["calling"]!["status"]!);
        Assert.Equal("enabled", (string)settings["calling"]!["video"]!["status"]!);
        Assert.Equal("disabled", (string)settings["payload_encryption"]!["status"]!);
        Assert.Equal("default", (string)settings["storage_configuration"]!["status"]!);
    }

    [Fact]
    public async Task Unknown_settings_are_refused()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        foreach (var body in (object[])[new { colour = new { } }, new { calling = "enabled" }])
        {
            var (status, reply) = await simulator.CallAsync(HttpMethod.Post, Path, body);
            RunningSimulator.AssertRefused(status, reply, HttpStatusCode.BadRequest, 100);
        }
    }

    [PayloadsFact]
    public async Task Metas_example_settings_are_taken()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        foreach (
            var example in (string[])
                [
                    "enable_calling_with_video",
                    "enable_sip_calling",
                    "disable_calling",
                    "enable_payload_encryption",
                    "disable_payload_encryption",
                    "enable_user_identity_change",
                    "configure_data_storage",
                ]
        )
        {
            var body = Payloads.Read($"phone_number_id_settings/post/request/{example}.json");
            var (status, reply) = await simulator.CallAsync(HttpMethod.Post, Path, body);
            Assert.True(status == HttpStatusCode.OK, reply.ToJsonString());
        }

        var (_, settings) = await simulator.CallAsync(HttpMethod.Get, Path);
        Assert.Equal("us", (string)settings["storage_configuration"]!["data_localization_region"]!);
    }
}
