using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Phones;

/// <summary>A number that is used with the WhatsApp Business app as well.</summary>
public sealed class CoexistenceTests
{
    private const string Phone = "+4915123456789";
    private const string Digits = "4915123456789";

    [Fact]
    public async Task What_is_written_in_the_app_shows_on_the_phone_and_is_echoed_without_statuses()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { autoRead = true });

        var written = await simulator.ControlAsync($"phones/{Phone}/echoes", new { text = "Hello from the shop" });
        var value = await simulator.Business.Value("smb_message_echoes");
        await simulator.ControlAsync($"phones/{Phone}/open", new { });
        var shown = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray())!;
        var echo = value["message_echoes"]![0]!;

        Assert.Equal((string)written["id"]!, (string)echo["id"]!);
        Assert.Equal(("49305550100", Digits), ((string)echo["from"]!, (string)echo["to"]!));
        Assert.Equal("Hello from the shop", (string)echo["text"]!["body"]!);
        Assert.Equal(("business", "Hello from the shop"), ((string)shown["from"]!, (string)shown["body"]!));
        Assert.True((bool)shown["read"]!);
        Assert.Single((await simulator.GetControlAsync("webhooks")).AsArray());
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131047);
    }

    [Fact]
    public async Task A_file_can_be_sent_and_a_message_taken_back_in_the_app()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        using var content = new ByteArrayContent("Bytes"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var uploaded = await simulator.Control.PostAsync("media", content);
        var mediaId = (string)JsonNode.Parse(await uploaded.Content.ReadAsStringAsync())!["id"]!;

        var sent = (string)(await simulator.ControlAsync($"phones/{Phone}/echoes", new { mediaId, fileName = "offer.pdf" }))["id"]!;
        await simulator.ControlAsync($"phones/{Phone}/echoes", new { revoke = sent });
        var revoked = await EchoAsync(simulator, "revoke");
        var document = await EchoAsync(simulator, "document");
        var shown = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray())!;

        Assert.Equal("offer.pdf", (string)document["document"]!["filename"]!);
        Assert.Equal(sent, (string)revoked["revoke"]!["original_message_id"]!);
        Assert.True((bool)shown["revoked"]!);
    }

    [Fact]
    public async Task History_is_shared_with_both_sides_of_the_chat_and_opens_no_window()
    {
        await using var simulator = await RunningSimulator.StartAsync(new ManualClock());
        await simulator.PhoneAsync();

        await simulator.ControlAsync(
            $"phones/{Phone}/history",
            new
            {
                phase = 1,
                progress = 40,
                messages = new object[]
                {
                    new
                    {
                        from = "contact",
                        text = "Are you open?",
                        secondsAgo = 7200,
                    },
                    new
                    {
                        from = "business",
                        text = "Yes",
                        secondsAgo = 3600,
                        status = "DELIVERED",
                    },
                },
            }
        );
        var chunk = (await simulator.Business.Value("history"))["history"]![0]!;
        var thread = Assert.Single(chunk["threads"]!.AsArray())!;
        var (asked, answered) = (thread["messages"]![0]!, thread["messages"]![1]!);

        Assert.Equal((1, 1, 40), ((int)chunk["metadata"]!["phase"]!, (int)chunk["metadata"]!["chunk_order"]!, (int)chunk["metadata"]!["progress"]!));
        Assert.Equal(Digits, (string)thread["id"]!);
        Assert.Equal((Digits, null), ((string)asked["from"]!, (string?)asked["to"]));
        Assert.Equal(("49305550100", Digits), ((string)answered["from"]!, (string)answered["to"]!));
        Assert.Equal("DELIVERED", (string)answered["history_context"]!["status"]!);
        Assert.Equal(3600, Seconds(answered["timestamp"]!) - Seconds(asked["timestamp"]!));
        await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.BadRequest, 131047);
    }

    [Fact]
    public async Task History_that_is_not_shared_is_an_error()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        await simulator.ControlAsync($"phones/{Phone}/history/decline", new { });
        var chunk = (await simulator.Business.Value("history"))["history"]![0]!;

        Assert.Equal(2593109, (int)chunk["errors"]![0]!["code"]!);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("edit")]
    [InlineData("remove")]
    public async Task The_address_book_of_the_app_is_told(string action)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { name = "Anna Berg" });

        await simulator.ControlAsync($"phones/{Phone}/address-book", new { action });
        var entry = (await simulator.Business.Value("smb_app_state_sync"))["state_sync"]![0]!;

        Assert.Equal(("contact", action), ((string)entry["type"]!, (string)entry["action"]!));
        Assert.Equal(("Anna Berg", "Anna"), ((string)entry["contact"]!["full_name"]!, (string)entry["contact"]!["first_name"]!));
        Assert.Equal(Digits, (string)entry["contact"]!["phone_number"]!);
        Assert.NotNull(entry["metadata"]!["timestamp"]);
    }

    [Theory]
    [InlineData("echoes", "{}", HttpStatusCode.BadRequest)]
    [InlineData("echoes", """{"mediaId":"1"}""", HttpStatusCode.NotFound)]
    [InlineData("echoes", """{"revoke":"wamid.none"}""", HttpStatusCode.NotFound)]
    [InlineData("history", """{"messages":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("history", """{"messages":[{"from":"nobody","text":"x"}]}""", HttpStatusCode.BadRequest)]
    [InlineData("address-book", """{"action":"burn"}""", HttpStatusCode.BadRequest)]
    public async Task What_can_not_be_done_in_the_app_is_a_problem(string path, string asked, HttpStatusCode status)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        using var reply = await simulator.Control.PostAsync($"phones/{Phone}/{path}", new StringContent(asked, Encoding.UTF8, "application/json"));

        Assert.Equal(status, reply.StatusCode);
        Assert.Empty((await simulator.GetControlAsync("webhooks")).AsArray());
    }

    private static long Seconds(JsonNode time) => long.Parse((string)time!, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<JsonNode> EchoAsync(RunningSimulator simulator, string type) =>
        Eventually.Get(
            () =>
                Task.FromResult(
                    simulator
                        .Business.Taken.SelectMany(webhook => webhook.Changes)
                        .Where(change => (string?)change["field"] == "smb_message_echoes")
                        .Select(change => change["value"]!["message_echoes"]![0]!)
                        .FirstOrDefault(echo => (string?)echo["type"] == type)
                ),
            $"echo of type {type}"
        );
}
