using System.Security.Cryptography;
using MultiLine.Connectors.Tests.Support;
using MultiLine.Connectors.WhatsApp.Media;

namespace MultiLine.Connectors.Tests.WhatsApp.Media;

public sealed class MediaClientTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Id = "1166846181421424";
    private const string Number = "106540352242922";
    private const long Largest = 1_000_000;

    private static readonly byte[] Picture = RandomNumberGenerator.GetBytes(200_000);

    private ScriptedGraph _graph = null!;
    private Connector _connector = null!;

    public async Task InitializeAsync()
    {
        _graph = await ScriptedGraph.StartAsync();
        _connector = new Connector(_graph.Address);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_described_by_its_id_and_downloaded_with_the_token()
    {
        var medium = await Described("\"200000\"");
        _graph.Answer(Picture);

        var (fault, bytes) = await Download(medium);

        Assert.Null(fault);
        Assert.Equal(Picture, bytes);
        Assert.Equal(("image/jpeg", "ab12", 200_000L), (medium.MimeType, medium.Sha256, medium.Size));
        Assert.Equal([$"/v25.0/{Id}?phone_number_id={Number}", "/files?mid=7&hash=secretProof"], _graph.Received.Select(request => request.Path));
        Assert.All(_graph.Received, request => Assert.Equal($"Bearer {Connector.Token}", request.Authorization));
    }

    [Fact]
    public async Task Without_a_number_any_of_the_accounts_files_is_asked_for()
    {
        _graph.AnswerError(400, 100);

        await _connector.Media.DescribeAsync("a/b?c", phoneNumberId: null, default);

        Assert.Equal("/v25.0/a%2Fb%3Fc", _graph.Received.Single().Path);
    }

    [Theory]
    [InlineData(400, 100, MediaFault.Gone)]
    [InlineData(401, 190, MediaFault.Refused)]
    [InlineData(403, 10, MediaFault.Refused)]
    [InlineData(400, 80007, MediaFault.Unavailable)]
    [InlineData(500, 131000, MediaFault.Unavailable)]
    [InlineData(400, 999999, MediaFault.Unavailable)]
    public async Task An_error_says_whether_the_file_is_gone_refused_or_not_to_be_had_just_now(int status, int code, MediaFault fault)
    {
        _graph.AnswerError(status, code);

        Assert.Equal(new MediaReading(null, fault), await _connector.Media.DescribeAsync(Id, Number, default));
    }

    [Theory]
    [InlineData(404, MediaFault.Gone)]
    [InlineData(502, MediaFault.Unavailable)]
    public async Task An_answer_that_is_not_Metas_is_told_by_its_status(int status, MediaFault fault)
    {
        _graph.Answer(status, "<html>");

        Assert.Equal(fault, (await _connector.Media.DescribeAsync(Id, Number, default)).Fault);
    }

    [Theory]
    [InlineData("https://files.example.com/7")]
    [InlineData("http://lookaside.fbsbx.com/7")]
    [InlineData("https://lookaside.fbsbx.com.example.com/7")]
    [InlineData("https://notfbsbx.com/7")]
    [InlineData("https://lookaside.fbsbx.com:8443/7")]
    [InlineData("https://lookaside.fbsbx.com@example.com/7")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/files")]
    public async Task The_token_goes_to_nobody_but_Meta(string url)
    {
        _graph.Answer(200, $$"""{"url":"{{url}}","id":"{{Id}}"}""");

        Assert.Equal(MediaFault.Unavailable, (await _connector.Media.DescribeAsync(Id, Number, default)).Fault);
    }

    [Theory]
    [InlineData("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=7")]
    [InlineData("https://mmg.whatsapp.net/7")]
    public async Task Metas_own_file_servers_are_known(string url)
    {
        _graph.Answer(200, $$"""{"url":"{{url}}","id":"{{Id}}"}""");

        Assert.NotNull((await _connector.Media.DescribeAsync(Id, Number, default)).Medium);
    }

    [Theory]
    [InlineData(404, MediaFault.Gone)]
    [InlineData(401, MediaFault.Refused)]
    [InlineData(500, MediaFault.Unavailable)]
    [InlineData(206, MediaFault.Unavailable)]
    public async Task A_download_that_is_refused_says_why(int status, MediaFault fault)
    {
        var medium = await Described();
        _graph.Answer(status, "no");

        Assert.Equal((fault, 0), await Count(medium));
    }

    [Fact]
    public async Task A_download_follows_no_redirect_for_it_would_take_the_token_along()
    {
        var medium = await Described();
        _graph.Redirect();

        Assert.Equal(MediaFault.Unavailable, (await Download(medium)).Fault);
        Assert.Equal(2, _graph.Received.Count);
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_not_taken_for_the_whole_file()
    {
        var medium = await Described();
        _graph.LoseHalfOfReply();

        Assert.Equal(MediaFault.Unavailable, (await Download(medium)).Fault);
    }

    [Fact]
    public async Task A_silent_connection_is_given_up_after_the_time_that_a_call_may_take()
    {
        var medium = await Described();
        var arrived = _graph.KeepSilent();
        var download = Download(medium);
        await arrived;

        _connector.Time.Advance(_connector.Timeout);

        Assert.Equal(MediaFault.Unavailable, (await download).Fault);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        var medium = await Described();
        var arrived = _graph.KeepSilent();
        using var gone = new CancellationTokenSource();
        var download = _connector.Media.DownloadAsync(medium, Largest, _ => ValueTask.CompletedTask, gone.Token);
        await arrived;

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
    }

    [Fact]
    public async Task What_is_larger_than_asked_for_is_not_read_whether_it_was_announced_or_not()
    {
        Assert.Equal((MediaFault.TooLarge, 0), await Count(await Described("1000001")));

        var medium = await Described();
        _graph.Answer(new byte[Largest + 1]);
        var (fault, taken) = await Count(medium);
        Assert.Equal(MediaFault.TooLarge, fault);
        Assert.InRange(taken, 0, Largest);
    }

    [Fact]
    public async Task Neither_addresses_nor_the_token_are_logged()
    {
        var medium = await Described();
        _graph.Answer(500, "no");
        await Download(medium);
        _graph.AnswerError(400, 100);
        await _connector.Media.DescribeAsync(Id, Number, default);

        Assert.NotEmpty(_connector.Log.Lines);
        Assert.DoesNotContain(_connector.Log.Lines, line =>
            line.Contains(Connector.Token, StringComparison.Ordinal) || line.Contains("secretProof", StringComparison.Ordinal)
            || line.Contains(Id, StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal));
        Assert.DoesNotContain("secretProof", medium.ToString(), StringComparison.Ordinal);
    }

    private async Task<MediaDescription> Described(string size = "null")
    {
        _graph.Answer(200, $$"""
            {"messaging_product":"whatsapp","url":"{{new Uri(_graph.Address, "/files?mid=7&hash=secretProof")}}","mime_type":"image/jpeg",
             "sha256":"ab12","file_size":{{size}},"id":"{{Id}}"}
            """);
        return (await _connector.Media.DescribeAsync(Id, Number, default)).Medium!;
    }

    private async Task<(MediaFault? Fault, byte[] Bytes)> Download(MediaDescription medium)
    {
        using var bytes = new MemoryStream();
        return (await _connector.Media.DownloadAsync(medium, Largest, piece => bytes.WriteAsync(piece), default), bytes.ToArray());
    }

    private async Task<(MediaFault? Fault, long Count)> Count(MediaDescription medium)
    {
        var (fault, bytes) = await Download(medium);
        return (fault, bytes.LongLength);
    }
}
