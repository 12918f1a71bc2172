using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Numbers;

public sealed class ProfilePictureTests
{
    private const string Profile = $"{RunningSimulator.NumberId}/whatsapp_business_profile";
    private const string AppId = "1000000000000001";

    [Theory]
    [InlineData(AppId)]
    [InlineData("app")]
    public async Task A_picture_is_uploaded_put_into_the_profile_shown_to_contacts_and_read_without_a_token(string app)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var picture = TestPicture.Png(200, 200);

        var (_, sent) = await SendAsync(simulator, await SessionAsync(simulator, picture.Length, app: app), picture, 0);
        var (_, changed) = await SetAsync(simulator, (string)sent["h"]!);
        var (_, profile) = await simulator.CallAsync(HttpMethod.Get, Profile);

        Assert.True((bool)changed["success"]!);
        using var anybody = new HttpClient();
        using var shown = await anybody.GetAsync((string)profile["data"]![0]!["profile_picture_url"]!);
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal(picture, await shown.Content.ReadAsByteArrayAsync());
        var business = (await simulator.GetControlAsync("numbers"))[0]!;
        Assert.Equal(picture, await simulator.Control.GetByteArrayAsync((string)business["picture"]!));
    }

    [Fact]
    public async Task A_change_of_the_profile_keeps_the_picture_and_another_picture_has_another_address()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await SetAsync(simulator, await UploadedAsync(simulator, TestPicture.Png(200, 200)));
        var before = await AddressAsync(simulator);

        await simulator.CallAsync(HttpMethod.Post, Profile, new { messaging_product = "whatsapp", about = "Here to help" });
        Assert.Equal(before, await AddressAsync(simulator));
        await SetAsync(simulator, await UploadedAsync(simulator, TestPicture.Png(200, 200, (0, 90, 200))));

        Assert.NotEqual(before, await AddressAsync(simulator));
        using var gone = await simulator.Control.GetAsync(before);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task An_upload_that_broke_off_goes_on_where_it_stopped()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var picture = TestPicture.Png(200, 200);
        var session = await SessionAsync(simulator, picture.Length);

        var (half, _) = await SendAsync(simulator, session, picture[..100], 0);
        var (_, standing) = await CallAsync(simulator, HttpMethod.Get, session);
        var (_, whole) = await SendAsync(simulator, session, picture[100..], 100);

        Assert.Equal(HttpStatusCode.BadRequest, half);
        Assert.Equal((session, 100), ((string)standing["id"]!, (int)standing["file_offset"]!));
        Assert.NotNull(whole["h"]);
    }

    [Fact]
    public async Task Bytes_for_another_place_in_the_file_are_not_taken()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var session = await SessionAsync(simulator, 10);

        var (status, body) = await SendAsync(simulator, session, new byte[5], 5);

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Equal("OffsetInvalidError", (string)body["debug_info"]!["type"]!);
    }

    [Fact]
    public async Task More_bytes_than_were_announced_are_not_taken()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var session = await SessionAsync(simulator, 10);

        var (_, body) = await SendAsync(simulator, session, new byte[11], 0);

        Assert.Equal("PartialRequestError", (string)body["debug_info"]!["type"]!);
        Assert.Equal(0, (int)(await CallAsync(simulator, HttpMethod.Get, session)).Body["file_offset"]!);
    }

    [Theory]
    [InlineData("999/uploads?file_length=10&file_type=image%2Fpng")]
    [InlineData("app/uploads?file_type=image%2Fpng")]
    [InlineData("app/uploads?file_length=10")]
    [InlineData("app/uploads?file_length=0&file_type=image%2Fpng")]
    [InlineData("app/uploads?file_length=ten&file_type=image%2Fpng")]
    [InlineData("app/uploads?file_length=10&file_type=image%2Fgif")]
    [InlineData("upload:none?sig=none")]
    public async Task An_upload_that_Meta_would_not_begin_is_refused(string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (status, body) = await CallAsync(simulator, HttpMethod.Post, path);

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100);
    }

    [Fact]
    public async Task The_bytes_come_with_the_token_in_the_header()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var session = await SessionAsync(simulator, 10);
        simulator.Graph.DefaultRequestHeaders.Authorization = null;

        var (status, body) = await SendAsync(simulator, $"{session}&access_token={RunningSimulator.Token}", new byte[10], 0, scheme: null);

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.Unauthorized, 190);
    }

    [Fact]
    public async Task A_handle_that_nobody_was_given_or_whose_file_is_not_whole_is_refused()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var (status, body) = await SetAsync(simulator, "4::aW1hZ2UvcG5n:ARx:e:1:1:1:ARy");

        var error = RunningSimulator.AssertRefused(status, body, HttpStatusCode.UnprocessableEntity, 100);
        Assert.Equal("The profile picture handle is invalid or expired", (string)error["message"]!);
    }

    public static TheoryData<string, byte[]> Unfit => new()
    {
        { "square", TestPicture.Png(400, 300) },
        { "192", TestPicture.Png(191, 191) },
        { "JPEG or PNG", Encoding.ASCII.GetBytes("GIF89a, which is no picture that WhatsApp takes") },
    };

    [Theory, MemberData(nameof(Unfit))]
    public Task A_file_that_is_no_fit_picture_is_refused_and_the_one_before_stays(string reason, byte[] file) => AssertRefused(file, reason);

    [Fact]
    public Task A_picture_of_more_than_5_MB_is_refused_with_the_reason() => AssertRefused([.. TestPicture.JpegHead(640, 640), .. new byte[5 * 1024 * 1024]], "5 MB");

    private static async Task AssertRefused(byte[] file, string reason)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await SetAsync(simulator, await UploadedAsync(simulator, TestPicture.JpegHead(640, 640)));
        var before = await AddressAsync(simulator);

        var (status, body) = await SetAsync(simulator, await UploadedAsync(simulator, file));

        var error = RunningSimulator.AssertRefused(status, body, HttpStatusCode.BadRequest, 100);
        Assert.Contains(reason, (string)error["error_data"]!["details"]!, StringComparison.Ordinal);
        Assert.Equal(before, await AddressAsync(simulator));
    }

    [Fact]
    public async Task Picture_and_half_an_upload_survive_a_restart()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var picture = TestPicture.Png(200, 200);
        await SetAsync(simulator, await UploadedAsync(simulator, picture));
        var session = await SessionAsync(simulator, picture.Length);
        await SendAsync(simulator, session, picture[..100], 0);

        await simulator.RestartAsync();

        Assert.Equal(picture, await simulator.Control.GetByteArrayAsync(new Uri(await AddressAsync(simulator)).AbsolutePath));
        Assert.Equal(100, (int)(await CallAsync(simulator, HttpMethod.Get, session)).Body["file_offset"]!);
    }

    /// <summary>By its whole address: "upload:" would be taken for a scheme.</summary>
    private static Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(RunningSimulator simulator, HttpMethod method, string path) =>
        simulator.CallAsync(method, $"{simulator.Graph.BaseAddress}{path}");

    private static async Task<string> SessionAsync(RunningSimulator simulator, int length, string app = AppId)
    {
        var path = $"{app}/uploads?file_name=logo.png&file_length={length}&file_type=image%2Fpng";
        var (_, session) = await simulator.CallAsync(HttpMethod.Post, path);
        var id = (string)session["id"]!;
        Assert.StartsWith("upload:", id, StringComparison.Ordinal);
        return id;
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(
        RunningSimulator simulator,
        string session,
        byte[] bytes,
        int offset,
        string? scheme = "OAuth"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{simulator.Graph.BaseAddress}{session}")
        {
            Content = new ByteArrayContent(bytes),
        };
        request.Headers.Authorization = scheme is null ? null : new(scheme, RunningSimulator.Token);
        request.Headers.Add("file_offset", $"{offset}");
        using var reply = await simulator.Graph.SendAsync(request);
        return (reply.StatusCode, JsonNode.Parse(await reply.Content.ReadAsStringAsync())!);
    }

    private static async Task<string> UploadedAsync(RunningSimulator simulator, byte[] picture) =>
        (string)(await SendAsync(simulator, await SessionAsync(simulator, picture.Length), picture, 0)).Body["h"]!;

    private static Task<(HttpStatusCode Status, JsonNode Body)> SetAsync(RunningSimulator simulator, string handle) =>
        simulator.CallAsync(HttpMethod.Post, Profile, new { messaging_product = "whatsapp", profile_picture_handle = handle });

    private static async Task<string> AddressAsync(RunningSimulator simulator) =>
        (string)(await simulator.CallAsync(HttpMethod.Get, Profile)).Body["data"]![0]!["profile_picture_url"]!;
}
