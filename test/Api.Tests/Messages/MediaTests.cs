using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.Messages;

/// <summary>Files that contacts sent are opened by those who may read the thread, and can do nothing to them.</summary>
public sealed class MediaTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Script = "<!doctype html><script>alert(document.cookie)</script>";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF"u8, 0x00];

    [Fact]
    public async Task A_file_is_answered_byte_for_byte_however_large_it_is()
    {
        var contact = await ContactWhoWrote();
        byte[] film = [0, 0, 0, 0x20, .. "ftypisom"u8, .. RandomNumberGenerator.GetBytes(3_000_000)];

        var (response, bytes) = await Open(contact, await SendsFile(contact, film, "video/mp4"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(film, bytes);
        Assert.Equal(("video/mp4", film.LongLength), (response.Content.Headers.ContentType?.ToString(), response.Content.Headers.ContentLength));
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(film))}\"", response.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task What_a_contact_sent_stands_in_a_sandbox_is_not_guessed_at_and_not_kept()
    {
        var contact = await ContactWhoWrote();

        var (response, _) = await Open(contact, await SendsFile(contact, Jpeg, "image/jpeg"));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        Assert.Equal("sandbox", policy[0]);
        Assert.Equal("default-src 'none'", policy[1]);
        Assert.DoesNotContain(policy, rule => rule.StartsWith("script-src", StringComparison.Ordinal) || rule.Contains("allow-", StringComparison.Ordinal));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal(["no-store", "private"], response.Headers.GetValues("Cache-Control").Single().Split(", ").Order());
    }

    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg", "image/jpeg", "image.jpg")]
    [InlineData("89504E470D0A1A0A00", "image/jpeg", "image/png", "image.png")]
    [InlineData("52494646240000005745425056503820", "image/webp", "image/webp", "sticker.webp")]
    [InlineData("FFF1508000", "audio/ogg", "audio/aac", "audio.aac")]
    [InlineData("2321414D520A3C", "audio/amr", "audio/amr", "audio.amr")]
    public async Task A_harmless_file_is_shown_as_what_its_bytes_are(string bytes, string claimed, string type, string name)
    {
        var contact = await ContactWhoWrote();

        var (response, _) = await Open(contact, await SendsFile(contact, Convert.FromHexString(bytes), claimed));

        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(("inline", name), Disposition(response));
    }

    [Theory]
    [InlineData("%PDF-1.7 in the clothes of a picture", "image/jpeg", "pdf")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0 a picture that is longer than is wanted", "image/jpeg", "large")]
    public async Task A_file_is_judged_by_its_bytes_and_not_shown_where_a_rule_wants_none_like_it(string text, string claimed, string rule)
    {
        var administrator = await As(Cast.Administrator);
        var contact = await ContactWhoWrote();
        var bytes = System.Text.Encoding.Latin1.GetBytes(text);
        var message = await SendsFile(contact, bytes, claimed);
        var harmless = await SendsFile(contact, Jpeg, claimed);
        var path = $"{contact.Thread}/messages/{(string?)message["message_id"]}/media";
        (await (await As(Cast.Ann)).Get(path)).Is(HttpStatusCode.OK);
        var attachments = rule == "pdf" ? (object)new { types = new[] { "application/pdf" } } : new { larger_than = 32 };
        await PutInForce(administrator, new { id = rule, name = "No such files", direction = "in", attachments, action = "block",
            must_match = new[] { new { attachment_type = "application/pdf", attachment_size = 64 } }, must_not_match = new[] { new { text = "None" } } });
        try
        {
            var refused = (await (await As(Cast.Ann)).Get(path)).IsProblem(403, "blocked_by_policy");
            Assert.Contains("“No such files”", (string?)refused.Json["detail"], StringComparison.Ordinal);
            (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages/{(string?)harmless["message_id"]}/media")).Is(HttpStatusCode.OK);
        }
        finally
        {
            await PutInForce(administrator);
        }
    }

    private static async Task PutInForce(HttpClient administrator, params object[] rules)
    {
        var version = (long?)(await administrator.Get("/api/v1/policy")).Is(HttpStatusCode.OK).Json["version"];
        (await administrator.Put("/api/v1/policy", new { version, policy = new { schema = 1, rules } })).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Script, "image/jpeg", null, "image.bin", "application/octet-stream")]
    [InlineData(Script, "text/plain", "photo.jpg", "photo.jpg", "application/octet-stream")]
    [InlineData(Script, "application/pdf", "report.html", "report.html", "application/octet-stream")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/png", null, "image.bin", "application/octet-stream")]
    [InlineData("%PDF-1.7 and a script", "application/pdf", "Contract.pdf", "Contract.pdf", "application/pdf")]
    [InlineData("plain words", "text/plain", "../../etc/passwd\r\nX: y", "etcpasswdX y", "application/octet-stream")]
    [InlineData("plain words", "text/plain", "invoice\u202Efdp.exe", "invoicefdp.exe", "application/octet-stream")]
    [InlineData("plain words", "text/plain", "Prüfbericht „März“.txt", "Prüfbericht „März“.txt", "application/octet-stream")]
    [InlineData("plain words", "text/plain", "...", "document.bin", "application/octet-stream")]
    public async Task Whatever_else_it_is_it_is_saved_and_never_shown(string text, string claimed, string? fileName, string savedAs, string type)
    {
        var contact = await ContactWhoWrote();

        var (response, bytes) = await Open(contact, await SendsFile(contact, Encoding.UTF8.GetBytes(text), claimed, fileName));

        Assert.Equal(text, Encoding.UTF8.GetString(bytes));
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(("attachment", savedAs), Disposition(response));
        Assert.StartsWith("sandbox; default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_sent_as_a_document_is_named_as_what_it_is()
    {
        var contact = await ContactWhoWrote();

        var (response, _) = await Open(contact, await SendsFile(contact, Jpeg, "application/pdf", "page.html"));

        Assert.Equal(("inline", "page.html.jpg"), Disposition(response));
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(600_000, 1_200_000)]
    [InlineData(1_199_999, null)]
    public async Task A_player_is_given_the_part_that_it_asks_for(int from, int? to)
    {
        var contact = await ContactWhoWrote();
        byte[] sound = [.. "ID3"u8, .. RandomNumberGenerator.GetBytes(1_499_997)];
        var message = await SendsFile(contact, sound, "audio/mpeg");

        var (response, bytes) = await Open(contact, message, range: new RangeHeaderValue(from, to));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(sound[from..((to ?? sound.Length - 1) + 1)], bytes);
    }

    [Fact]
    public async Task A_file_is_fetched_once_for_all_who_look_at_it()
    {
        var contact = await ContactWhoWrote();
        var message = await SendsFile(contact, Jpeg, "image/jpeg");
        await Open(contact, message);
        await Fault(message, "serverError");

        var (response, _) = await Open(contact, message);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_file_that_WhatsApp_no_longer_has_is_told_so()
    {
        var contact = await ContactWhoWrote();
        var picture = Unseen();
        var message = await SendsFile(contact, picture, "image/jpeg");
        using var meta = Product.Simulator();
        meta.DefaultRequestHeaders.Authorization = new("Bearer", "simulator-access-token");
        (await meta.Call(HttpMethod.Delete, $"/v25.0/{ProviderId(message)}")).Is(HttpStatusCode.OK);

        var answer = (await Try(contact, message)).IsProblem(404, "not_found");

        Assert.Contains("does not have this file any more", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"kind\":\"serverError\"}", 503, "unavailable")]
    [InlineData("{\"kind\":\"serverError\",\"on\":\"attachments\"}", 503, "unavailable")]
    [InlineData("{\"kind\":\"rateLimit\"}", 503, "unavailable")]
    [InlineData("{\"kind\":\"refuse\",\"code\":190,\"httpStatus\":401}", 409, "number_restricted")]
    public async Task Trouble_at_WhatsApp_is_told_and_the_file_is_had_when_it_is_over(string fault, int status, string code)
    {
        var contact = await ContactWhoWrote();
        var picture = Unseen();
        var message = await SendsFile(contact, picture, "image/jpeg");
        var ordered = JsonNode.Parse(fault)!;
        ordered["on"] ??= ProviderId(message);
        ordered["count"] = 1;
        (await Product.Simulator().Post("/control/faults", ordered)).Is(HttpStatusCode.OK);

        (await Try(contact, message)).IsProblem(status, code);

        var (response, bytes) = await Open(contact, message);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(picture, bytes);
    }

    [Fact]
    public async Task Bytes_that_are_not_those_of_the_message_are_not_shown()
    {
        var contact = await NewContact();
        var media = await Upload(Jpeg, "image/jpeg");
        var webhook = Encoding.UTF8.GetString(SignedWebhook.TextFrom(contact.Phone.TrimStart('+'), "marker"))
            .Replace("\"type\":\"text\",\"text\":{\"body\":\"marker\"}", JsonSerializer.Serialize(new
            {
                type = "image",
                image = new { id = media, mime_type = "image/jpeg", sha256 = Convert.ToBase64String(SHA256.HashData("something else"u8)) },
            }).Trim('{', '}') + "}", StringComparison.Ordinal);
        (await SignedWebhook.Post(Anonymous(), Encoding.UTF8.GetBytes(webhook))).Is(HttpStatusCode.OK);

        var answer = (await Try(contact, await MessageWithFile(contact, media))).IsProblem(422, "media_rejected");

        Assert.Contains("not what the contact sent", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_a_file_and_one_that_was_deleted_have_none()
    {
        var contact = await ContactWhoWrote();
        var text = (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]![0]!;
        (await Try(contact, text)).IsProblem(404, "not_found");

        var picture = await SendsFile(contact, Jpeg, "image/jpeg");
        (await Product.Simulator().Post(
            $"/control/phones/{contact.Phone}/revoke", new { messageId = (string?)picture["provider_message_id"] })).Is(HttpStatusCode.OK);
        await Eventually.Get("the deletion", async () =>
            (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages/{(string?)picture["message_id"]}")).Json["revoked_at"]?.AsValue());
        (await Try(contact, picture)).IsProblem(404, "not_found");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("NOT-AN-ID")]
    [InlineData("%FF")]
    public async Task A_message_that_there_is_not_has_no_file(string id)
    {
        var contact = await ContactWhoWrote();

        (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages/{id}/media")).IsProblem(404, "not_found");
    }

    [Fact]
    public async Task Only_who_may_read_the_thread_opens_its_files()
    {
        var contact = await ContactWhoWrote();
        var path = Path(contact, await SendsFile(contact, Jpeg, "image/jpeg"));

        (await Anonymous().Get(path)).IsProblem(401, "unauthenticated");
        (await (await As(Cast.Ben)).Get(path)).IsProblem(403, "forbidden");
        (await (await As(Cast.Administrator)).Get(path)).IsProblem(403, "forbidden");
        (await (await As(Cast.ForeignUser)).Get(path)).IsProblem(404, "not_found");
        (await (await As(Cast.Compliance)).Get(path)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Neither_the_files_address_at_WhatsApp_nor_the_token_is_logged()
    {
        var contact = await ContactWhoWrote();
        var message = await SendsFile(contact, Jpeg, "image/jpeg");
        await Fault(message, "serverError");
        await Try(contact, message);
        await Open(contact, message);

        Assert.DoesNotContain(Product.Log.Lines, line =>
            line.Contains("whatsapp_business/attachments", StringComparison.Ordinal)
            || line.Contains("simulator-access-token", StringComparison.Ordinal)
            || line.Contains(ProviderId(message), StringComparison.Ordinal));
    }

    private static string Path(Contact contact, JsonNode message) => $"{contact.Thread}/messages/{(string)message["message_id"]!}/media";

    /// <summary>A picture that nobody has sent before: it is not kept.</summary>
    private static byte[] Unseen() => [.. Jpeg, .. RandomNumberGenerator.GetBytes(16)];

    private static string ProviderId(JsonNode message) => (string)message["parts"]!["media"]!["provider_id"]!;

    private static (string? Type, string? Name) Disposition(HttpResponseMessage response) =>
        response.Content.Headers.ContentDisposition is { } disposition
            ? (disposition.DispositionType, disposition.FileNameStar ?? disposition.FileName?.Trim('"'))
            : (null, null);

    private async Task Fault(JsonNode message, string kind) =>
        (await Product.Simulator().Post("/control/faults", new { kind, on = ProviderId(message), count = 1 })).Is(HttpStatusCode.OK);

    private async Task<Answer> Try(Contact contact, JsonNode message) => await (await As(Cast.Ann)).Get(Path(contact, message));

    private async Task<(HttpResponseMessage Response, byte[] Bytes)> Open(Contact contact, JsonNode message, RangeHeaderValue? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(contact, message));
        request.Headers.Range = range;
        var response = await (await As(Cast.Ann)).SendAsync(request);
        return (response, await response.Content.ReadAsByteArrayAsync());
    }
}
