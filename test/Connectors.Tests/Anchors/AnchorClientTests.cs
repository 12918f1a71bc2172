using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Connectors.Anchors;
using MultiLine.Domain.Ledger;

namespace MultiLine.Connectors.Tests.Anchors;

public sealed class AnchorClientTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _directory = Directory.CreateTempSubdirectory("multiline-anchors-").FullName;
    private readonly Recipient _recipient = new();
    private readonly HttpClient _http;

    public AnchorClientTests() => _http = new HttpClient(_recipient);

    private AnchorClient Client => new(_http);

    private AnchorDestination Folder => new() { Folder = _directory };

    public void Dispose()
    {
        _http.Dispose();
        _key.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_folder_gets_the_head_to_the_byte_and_nothing_in_it_is_ever_overwritten()
    {
        var (head, other) = (Head(1), Head(1));

        Assert.True((await Client.LeaveAsync(Folder, head)).Taken);
        Assert.True((await Client.LeaveAsync(Folder, head)).Taken);
        Assert.False((await Client.LeaveAsync(Folder, other)).Taken);

        var file = Assert.Single(Directory.GetFiles(_directory));
        Assert.Equal("acme-0000000001.txt", Path.GetFileName(file));
        Assert.Equal(head.ToBytes(), await File.ReadAllBytesAsync(file));
    }

    [Theory]
    [InlineData(HttpStatusCode.Created, true)]
    [InlineData(HttpStatusCode.InternalServerError, false)]
    public async Task An_address_gets_the_head_as_json_and_its_status_digest_and_first_kilobyte_are_kept(HttpStatusCode status, bool taken)
    {
        var body = new string('x', 2000);
        (_recipient.Status, _recipient.Body) = (status, body);
        var head = Head(7);

        var answer = await Client.LeaveAsync(new AnchorDestination { Url = new Uri("https://anchors.example/heads") }, head);

        Assert.Equal(
            (taken, $"HTTP {(int)status}\nsha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\n{body[..1024]}"),
            (answer.Taken, answer.Text));
        var posted = JsonNode.Parse(_recipient.Posted!)!;
        Assert.Equal(
            ("acme", 7, head.Head.Hash(), head.ToString()),
            ((string)posted["organization"]!, (long)posted["number"]!, (string)posted["hash"]!, (string)posted["text"]!));
    }

    [Fact]
    public async Task An_address_that_does_not_answer_is_an_answer_too()
    {
        _recipient.Fault = new HttpRequestException("Connection refused");

        var answer = await Client.LeaveAsync(new AnchorDestination { Url = new Uri("https://anchors.example/heads") }, Head(1));

        Assert.Equal(new AnchorAnswer(false, "HttpRequestException: Connection refused"), answer);
    }

    [Fact]
    public async Task Mail_carries_the_head_as_a_file_to_the_byte()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var mail = TakeMail(server);
        var head = Head(3);

        var answer = await Client.LeaveAsync(
            new AnchorDestination
            {
                MailTo = "auditor@example.com",
                MailFrom = "ledger@example.com",
                MailHost = "127.0.0.1",
                MailPort = ((IPEndPoint)server.LocalEndpoint).Port,
            },
            head);

        Assert.True(answer.Taken, answer.Text);
        var text = await mail;
        Assert.Contains("Subject: Tree head 3 of acme", text, StringComparison.Ordinal);
        Assert.Contains(
            Convert.ToBase64String(head.ToBytes()), text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private SignedTreeHead Head(long number) => SignedTreeHead.Sign(
        new TreeHead(
            "acme", number, DateTimeOffset.UnixEpoch.AddDays(20_000), TreeHead.NoHead, LedgerPublicKey.Of(_key).Id, [ShardHead.Empty("acme/0")]),
        _key);

    /// <summary>As much of RFC 5321 as one mail needs.</summary>
    private static async Task<string> TakeMail(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 ready");
        var data = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
        {
            if (line != "DATA")
            {
                await writer.WriteLineAsync("250 fine");
                continue;
            }

            await writer.WriteLineAsync("354 go on");
            while (await reader.ReadLineAsync() is { } content && content != ".")
                data.Append(content).Append("\r\n");
            await writer.WriteLineAsync("250 taken");
            break;
        }

        return data.ToString();
    }

    private sealed class Recipient : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public string Body { get; set; } = "";

        public Exception? Fault { get; set; }

        public string? Posted { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Fault is not null)
                throw Fault;
            Posted = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(Status) { Content = new StringContent(Body) };
        }
    }
}
