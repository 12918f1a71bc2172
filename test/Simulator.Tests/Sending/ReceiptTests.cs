using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sending;

/// <summary>What the business learns of messages after they were sent.</summary>
public sealed class ReceiptTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task A_voice_note_that_is_listened_to_is_read_and_played()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        var id = await DeliverAsync(simulator, VoiceNote);

        await simulator.ControlAsync($"phones/{Phone}/inbox/{id}/play", new { });
        await simulator.Business.Status(id, "played");

        Assert.Equal(["sent", "delivered", "read", "played"], simulator.Business.StatusesOf(id));
        Assert.True((bool)(await LastShownAsync(simulator))["played"]!);
    }

    [Fact]
    public async Task Only_a_voice_note_is_played()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        var id = await DeliverAsync(simulator, Bodies.Text(Phone));

        using var reply = await simulator.Control.PostAsync($"phones/{Phone}/inbox/{id}/play", null);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_read_receipts_nobody_is_told_of_reading_but_of_playing(bool autoRead)
    {
        await using var simulator = await StartWithOpenWindowAsync(new { readReceipts = false, autoRead });
        var id = await DeliverAsync(simulator, VoiceNote);

        await simulator.ControlAsync($"phones/{Phone}/open", new { });
        await Eventually.Get(
            async () => (bool)(await LastShownAsync(simulator))["read"]! ? "read" : null,
            "reading on the phone"
        );
        await simulator.ControlAsync($"phones/{Phone}/inbox/{id}/play", new { });
        await simulator.Business.Status(id, "played");

        Assert.Equal(["sent", "delivered", "played"], simulator.Business.StatusesOf(id));
    }

    [Fact]
    public async Task A_message_can_fail_after_it_was_sent()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(
            new
            {
                kind = "failAfterSent",
                code = 131026,
                details = "Gone.",
            }
        );

        var id = await simulator.SendAsync(Bodies.Text(Phone));
        var failed = await simulator.Business.Status(id, "failed");

        Assert.Equal(["sent", "failed"], simulator.Business.StatusesOf(id));
        Assert.Equal(131026, (int)failed["errors"]![0]!["code"]!);
        Assert.Equal("Hi", (string)(await LastShownAsync(simulator))["body"]!);
    }

    private static object VoiceNote =>
        new
        {
            messaging_product = "whatsapp",
            to = Phone,
            type = "audio",
            audio = new { link = "https://bank.example/a.ogg", voice = true },
        };

    private static async Task<string> DeliverAsync(RunningSimulator simulator, object message)
    {
        var id = await simulator.SendAsync(message);
        await simulator.Business.Status(id, "delivered");
        return id;
    }

    private static async Task<JsonNode> LastShownAsync(RunningSimulator simulator) =>
        (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray()[^1]!;

    private static async Task<RunningSimulator> StartWithOpenWindowAsync(object? settings = null)
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone, settings);
        await simulator.WriteAsync(Phone, "Hi");
        return simulator;
    }
}
