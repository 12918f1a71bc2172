using System.Net;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Numbers;

public sealed class NumberTests
{
    [Fact]
    public async Task The_numbers_of_an_account_are_listed()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (_, list) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.WabaId}/phone_numbers");
        var (_, one) = await simulator.CallAsync(HttpMethod.Get, RunningSimulator.NumberId);

        Assert.Equal(
            [RunningSimulator.NumberId, RunningSimulator.OtherNumberId],
            list["data"]!.AsArray().Select(number => (string)number!["id"]!)
        );
        Assert.Equal("+49 30 5550100", (string)one["display_phone_number"]!);
        Assert.Equal("GREEN", (string)one["quality_rating"]!);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("999/phone_numbers")]
    [InlineData("999/message_templates")]
    [InlineData("999/subscribed_apps")]
    [InlineData("999/whatsapp_business_profile")]
    public async Task An_unknown_object_is_refused(string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (status, body) = await simulator.CallAsync(HttpMethod.Get, path);

        Assert.Equal(33, (int)RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100)["error_subcode"]!);
    }

    [Fact]
    public async Task A_business_profile_keeps_what_a_change_does_not_name()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        const string path = $"{RunningSimulator.NumberId}/whatsapp_business_profile";

        await simulator.CallAsync(
            HttpMethod.Post,
            path,
            new
            {
                messaging_product = "whatsapp",
                about = "Here to help",
                vertical = "FINANCE",
            }
        );
        await simulator.CallAsync(HttpMethod.Post, path, new { messaging_product = "whatsapp", about = "At your service" });
        var (_, profile) = await simulator.CallAsync(HttpMethod.Get, path);

        Assert.Equal("At your service", (string)profile["data"]![0]!["about"]!);
        Assert.Equal("FINANCE", (string)profile["data"]![0]!["vertical"]!);
    }
}
