using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sending;

public sealed class MediaTests
{
    private const string Phone = "+4915123456789";
    private static readonly byte[] Picture = RandomNumberGenerator.GetBytes(3000);

    [Fact]
    public async Task An_uploaded_file_is_described_and_downloaded_byte_for_byte()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var id = await UploadedAsync(simulator, Picture, "image/jpeg");
        var (_, file) = await simulator.CallAsync(HttpMethod.Get, id);

        Assert.Equal(id, (string)file["id"]!);
        Assert.Equal("image/jpeg", (string)file["mime_type"]!);
        Assert.Equal("3000", (string)file["file_size"]!);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), (string)file["sha256"]!);
        using var download = await simulator.Graph.GetAsync((string)file["url"]!);
        Assert.Equal("image/jpeg", download.Content.Headers.ContentType!.ToString());
        Assert.Equal(Picture, await download.Content.ReadAsByteArrayAsync());
    }

    [PayloadsFact]
    public async Task A_file_has_the_shape_of_Metas_examples()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (_, uploaded) = await UploadAsync(simulator, Picture, "image/jpeg");
        var (_, file) = await simulator.CallAsync(HttpMethod.Get, (string)uploaded["id"]!);
        var (_, deleted) = await simulator.CallAsync(HttpMethod.Delete, (string)uploaded["id"]!);

        Assert.Equal(Members(Payloads.Read("phone_number_id_media/post/response_200/upload_image_json.json")), Members(uploaded));
        Assert.Equal(Members(Payloads.Read("media_id/get/response_200/retrieve_media_url.json")), Members(file));
        Assert.Equal(Payloads.Read("media_id/delete/response_200/delete_media.json").ToJsonString(), deleted.ToJsonString());
    }

    [Fact]
    public async Task The_product_may_be_named_in_the_query_and_the_type_be_that_of_the_file()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var content = new ByteArrayContent(Picture);
        content.Headers.ContentType = new("image/jpeg");
        using var form = new MultipartFormDataContent { { content, "file", "file" } };

        using var reply = await simulator.Graph.PostAsync($"{RunningSimulator.NumberId}/media?messaging_product=whatsapp", form);

        var uploaded = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
        var (_, file) = await simulator.CallAsync(HttpMethod.Get, (string)uploaded["id"]!);
        Assert.Equal("image/jpeg", (string)file["mime_type"]!);
    }

    [Fact]
    public async Task A_download_needs_the_token()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var (_, file) = await simulator.CallAsync(HttpMethod.Get, await UploadedAsync(simulator, Picture, "image/jpeg"));

        using var reply = await simulator.Control.GetAsync((string)file["url"]!);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
    }

    [Theory]
    [InlineData("""{"valid":false}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"expiresAt":"2026-01-01T00:00:00Z"}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"scopes":["whatsapp_business_management"]}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"scopes":["whatsapp_business_messaging"]}""", HttpStatusCode.OK)]
    public async Task A_download_needs_a_token_that_is_good_for_it(string token, HttpStatusCode answer)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var (_, file) = await simulator.CallAsync(HttpMethod.Get, await UploadedAsync(simulator, Picture, "image/jpeg"));

        await simulator.SetAsync(HttpMethod.Put, "app/token", JsonNode.Parse(token)!);

        Assert.Equal(answer, await DownloadAsync(simulator, file));
    }

    [Fact]
    public async Task A_download_address_lives_five_minutes_and_a_fresh_one_is_to_be_had()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        var id = await UploadedAsync(simulator, Picture, "image/jpeg");
        var (_, file) = await simulator.CallAsync(HttpMethod.Get, id);

        clock.Advance(new TimeSpan(0, 4, 59));
        Assert.Equal(HttpStatusCode.OK, await DownloadAsync(simulator, file));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await DownloadAsync(simulator, file));
        var (_, fresh) = await simulator.CallAsync(HttpMethod.Get, id);
        Assert.Equal(HttpStatusCode.OK, await DownloadAsync(simulator, fresh));
    }

    [Fact]
    public async Task A_forged_download_address_leads_nowhere()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var (_, file) = await simulator.CallAsync(HttpMethod.Get, await UploadedAsync(simulator, Picture, "image/jpeg"));

        file["url"] = ((string)file["url"]!).Replace("ext=", "ext=9", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, await DownloadAsync(simulator, file));
    }

    [Fact]
    public async Task An_uploaded_file_is_kept_for_thirty_days_and_across_restarts()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        await simulator.PhoneAsync();
        var id = await UploadedAsync(simulator, Picture, "image/jpeg");

        await simulator.RestartAsync();
        clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await simulator.WriteAsync(Phone, "Hi");
        await simulator.SendAsync(Media("image", new { id }));

        clock.Advance(TimeSpan.FromSeconds(1));
        await simulator.RefusedAsync(Media("image", new { id }), HttpStatusCode.BadRequest, 100);
        var (status, gone) = await simulator.CallAsync(HttpMethod.Get, id);
        Assert.Equal(33, (int)RunningSimulator.AssertRefused(status, gone, HttpStatusCode.BadRequest, 100)["error_subcode"]!);
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_only_its_number_can_delete_it()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await UploadedAsync(simulator, Picture, "image/jpeg");

        var (kept, refused) = await simulator.CallAsync(HttpMethod.Delete, $"{id}?phone_number_id={RunningSimulator.OtherNumberId}");
        RunningSimulator.AssertRefused(kept, refused, HttpStatusCode.BadRequest, 100);
        var (_, deleted) = await simulator.CallAsync(HttpMethod.Delete, $"{id}?phone_number_id={RunningSimulator.NumberId}");
        Assert.True((bool)deleted["success"]!);
        var (status, gone) = await simulator.CallAsync(HttpMethod.Get, id);

        RunningSimulator.AssertRefused(status, gone, HttpStatusCode.BadRequest, 100);
    }

    [Theory]
    [InlineData("image/gif", 10)]
    [InlineData("application/zip", 10)]
    [InlineData("image/jpeg", 0)]
    [InlineData("image/png", (5 * 1024 * 1024) + 1)]
    [InlineData("image/webp", (100 * 1024) + 1)]
    [InlineData("audio/ogg", (16 * 1024 * 1024) + 1)]
    [InlineData("video/mp4", (16 * 1024 * 1024) + 1)]
    [InlineData("application/pdf", (100 * 1024 * 1024) + 1)]
    public async Task A_file_that_WhatsApp_does_not_take_is_refused(string mimeType, int size)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (status, body) = await UploadAsync(simulator, new byte[size], mimeType);

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 131053);
    }

    [Theory]
    [InlineData("image/jpeg", 5 * 1024 * 1024)]
    [InlineData("image/webp", 100 * 1024)]
    [InlineData("audio/ogg; codecs=opus", 16 * 1024 * 1024)]
    [InlineData("application/pdf", 40 * 1024 * 1024)]
    public async Task A_file_of_the_largest_size_is_taken(string mimeType, int size)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        await UploadedAsync(simulator, new byte[size], mimeType);
    }

    [Fact]
    public async Task A_sticker_that_moves_may_be_larger()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var sticker = new byte[500 * 1024];
        "RIFF....WEBPVP8X"u8.CopyTo(sticker);
        sticker[20] = 0x02;

        await UploadedAsync(simulator, sticker, "image/webp");
    }

    [Theory]
    [InlineData("image", "image/jpeg", """{"caption":"Your card"}""")]
    [InlineData("document", "application/pdf", """{"caption":"Your contract","filename":"contract.pdf"}""")]
    [InlineData("audio", "audio/ogg", """{"voice":true}""")]
    [InlineData("sticker", "image/webp", "{}")]
    [InlineData("video", "video/mp4", "{}")]
    public async Task An_uploaded_file_arrives_on_the_phone(string type, string mimeType, string more)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        var content = JsonNode.Parse(more)!;
        content["id"] = await UploadedAsync(simulator, Picture, mimeType);

        await simulator.Business.Status(await simulator.SendAsync(Media(type, content)), "delivered");
        var shown = (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray().Single(message => (string)message!["type"]! == type)!;

        Assert.Equal((string)content["id"]!, (string)shown["media"]!["id"]!);
        Assert.Equal(mimeType, (string)shown["media"]!["mimeType"]!);
        Assert.Equal((string?)content["filename"], (string?)shown["media"]!["fileName"]);
        Assert.Equal((string?)content["caption"] ?? "", (string)shown["body"]!);
    }

    [Theory]
    [InlineData("image", "{}", 131008)]
    [InlineData("image", """{"id":"1"}""", 100)]
    [InlineData("image", """{"link":"over there"}""", 131009)]
    [InlineData("image", """{"id":"1","link":"https://files.example/1"}""", 131009)]
    [InlineData("image", """{"link":"https://files.example/1","colour":"red"}""", 100)]
    [InlineData("image", """{"link":"https://files.example/1","filename":"a.jpg"}""", 100)]
    [InlineData("video", """{"link":"https://files.example/1","voice":true}""", 100)]
    [InlineData("audio", """{"link":"https://files.example/1","caption":"Listen"}""", 100)]
    [InlineData("sticker", """{"link":"https://files.example/1","caption":"Look"}""", 100)]
    public async Task Media_that_are_not_well_formed_are_refused(string type, string content, int code)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");

        await simulator.RefusedAsync(Media(type, JsonNode.Parse(content)!), HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_file_is_sent_only_as_what_it_is_and_only_by_its_number()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        var id = await UploadedAsync(simulator, Picture, "image/jpeg");

        await simulator.RefusedAsync(Media("video", new { id }), HttpStatusCode.BadRequest, 131053);
        var (status, body) = await simulator.PostAsync(Media("image", new { id }), RunningSimulator.OtherNumberId);

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100);
    }

    [Fact]
    public async Task Media_outside_the_window_are_refused_as_text_is()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        await simulator.RefusedAsync(Media("image", new { link = "https://files.example/1" }), HttpStatusCode.BadRequest, 131047);
    }

    [Fact]
    public async Task A_contacts_file_is_named_as_webhooks_name_it_and_kept_for_seven_days()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        using var content = new ByteArrayContent(Picture);
        content.Headers.ContentType = new("image/png");

        using var reply = await simulator.Control.PostAsync("media", content);
        var medium = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;

        Assert.Equal("image/png", (string)medium["mime_type"]!);
        Assert.Equal(SHA256.HashData(Picture), Convert.FromBase64String((string)medium["sha256"]!));
        Assert.Equal(HttpStatusCode.OK, await DownloadAsync(simulator, medium));
        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        var (kept, file) = await simulator.CallAsync(HttpMethod.Get, (string)medium["id"]!);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (kept, await DownloadAsync(simulator, file)));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await DownloadAsync(simulator, file));
        var (gone, body) = await simulator.CallAsync(HttpMethod.Get, (string)medium["id"]!);
        RunningSimulator.AssertRefused(gone, body, HttpStatusCode.BadRequest, 100);
    }

    private static Dictionary<string, object> Media(string type, object content) =>
        new Dictionary<string, object>
        {
            ["messaging_product"] = "whatsapp",
            ["to"] = Phone,
            ["type"] = type,
            [type] = content,
        };

    private static IEnumerable<string> Members(JsonNode node) => node.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal);

    private static async Task<string> UploadedAsync(RunningSimulator simulator, byte[] bytes, string mimeType)
    {
        var (status, body) = await UploadAsync(simulator, bytes, mimeType);
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return (string)body["id"]!;
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> UploadAsync(RunningSimulator simulator, byte[] bytes, string mimeType)
    {
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(mimeType);
        using var product = new StringContent("whatsapp");
        using var type = new StringContent(mimeType);
        using var form = new MultipartFormDataContent { { product, "messaging_product" }, { type, "type" }, { file, "file", "file" } };
        using var reply = await simulator.Graph.PostAsync($"{RunningSimulator.NumberId}/media", form);
        return (reply.StatusCode, JsonNode.Parse(await reply.Content.ReadAsStringAsync())!);
    }

    private static async Task<HttpStatusCode> DownloadAsync(RunningSimulator simulator, JsonNode file)
    {
        using var reply = await simulator.Graph.GetAsync((string)file["url"]!);
        return reply.StatusCode;
    }
}
