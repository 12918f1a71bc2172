using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Phones;

/// <summary>Files that contacts send.</summary>
public sealed class FileTests
{
    private const string Phone = "+4915123456789";

    public static TheoryData<string, string, string, string> Files =>
        new()
        {
            { "image/png", """{"caption":"Look"}""", "image", """{"caption":"Look"}""" },
            { "audio/ogg", """{"voice":true}""", "audio", """{"voice":true}""" },
            { "audio/mpeg", "{}", "audio", """{"voice":false}""" },
            { "application/pdf", """{"fileName":"contract.pdf"}""", "document", """{"filename":"contract.pdf"}""" },
            { "video/mp4", "{}", "video", "{}" },
            { "image/webp", "{}", "sticker", """{"animated":false}""" },
        };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_reaches_the_business_and_can_be_downloaded(string mimeType, string asked, string type, string members)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        var id = await SendAsync(simulator, mimeType, asked);
        var message = await simulator.Business.Message(id);
        var file = message[type]!;
        using var download = await simulator.Graph.GetAsync((string)file["url"]!);

        Assert.Equal(type, (string)message["type"]!);
        Assert.Equal(mimeType, (string)file["mime_type"]!);
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
            Assert.True(JsonNode.DeepEquals(value, file[name]), file.ToJsonString());
        Assert.Equal("Bytes", await download.Content.ReadAsStringAsync());
        await simulator.SendAsync(Bodies.Text(Phone));
        Assert.Equal(type, (string)(await simulator.GetControlAsync($"phones/{Phone}/inbox"))[0]!["media"]!["type"]!);
    }

    [Fact]
    public async Task Voicemail_is_a_voice_note_with_the_id_of_a_call()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        var id = await SendAsync(simulator, "audio/ogg", """{"voicemail":true}""");
        var message = await simulator.Business.Message(id);

        Assert.StartsWith("wacid.", id, StringComparison.Ordinal);
        Assert.Equal("audio", (string)message["type"]!);
        Assert.True((bool)message["audio"]!["voice"]!);
    }

    [Theory]
    [InlineData("audio/ogg", """{"caption":"x"}""")]
    [InlineData("image/png", """{"fileName":"x"}""")]
    [InlineData("image/png", """{"voice":true}""")]
    [InlineData("video/mp4", """{"voicemail":true}""")]
    public async Task What_does_not_belong_to_a_file_is_a_problem(string mimeType, string asked)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var body = JsonNode.Parse(asked)!;
        body["mediaId"] = await UploadAsync(simulator, mimeType);

        using var reply = await simulator.Control.PostAsync($"phones/{Phone}/media", Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Empty((await simulator.GetControlAsync("webhooks")).AsArray());
    }

    [Fact]
    public async Task A_file_that_was_not_uploaded_is_not_found()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        using var reply = await simulator.Control.PostAsync($"phones/{Phone}/media", Json(new JsonObject { ["mediaId"] = "1" }));

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [PayloadsFact]
    public async Task A_picture_has_the_shape_of_Metas_example()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var example = Payloads.Read("whatsapp_webhooks/post/request/image_message.json")["entry"]![0]!["changes"]![0]!["value"]!;

        var message = await simulator.Business.Message(await SendAsync(simulator, "image/jpeg", """{"caption":"Taj Mahal"}"""));

        foreach (var (name, value) in example["messages"]![0]!["image"]!.AsObject())
            Assert.Equal(value!.GetValueKind(), message["image"]![name]?.GetValueKind());
    }

    private static async Task<string> SendAsync(RunningSimulator simulator, string mimeType, string asked)
    {
        var body = JsonNode.Parse(asked)!;
        body["mediaId"] = await UploadAsync(simulator, mimeType);
        return (string)(await simulator.ControlAsync($"phones/{Phone}/media", body))["id"]!;
    }

    private static async Task<string> UploadAsync(RunningSimulator simulator, string mimeType)
    {
        using var content = new ByteArrayContent("Bytes"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(mimeType);
        using var reply = await simulator.Control.PostAsync("media", content);
        return (string)JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["id"]!;
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");
}
