using System.Net;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.Problems;

/// <summary>The disk fails below SQLite, while the product runs.</summary>
public sealed class DiskFaultTests : IAsyncLifetime
{
    private const string Phone = "4915112345681";
    private const string OtherPhone = "4915112345682";

    private readonly SimulatedDisk _disk;
    private readonly string _folder = Directory.CreateTempSubdirectory("multiline-disk-").FullName;
    private Product _product = null!;
    private HttpClient _ann = null!;

    public DiskFaultTests() => _disk = SimulatedDisk.Under(_folder);

    public async Task InitializeAsync()
    {
        _product = await Product.StartAsync(settings: $"--Storage:DataDirectory={_folder}");
        _ann = await _product.SignIn(Cast.Ann);
    }

    public async Task DisposeAsync()
    {
        _disk.Heal();
        await _product.DisposeAsync();
        _disk.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(DiskFault.WriteError)]
    [InlineData(DiskFault.ShortWrite)]
    [InlineData(DiskFault.Full)]
    [InlineData(DiskFault.SyncError)]
    public async Task A_webhook_that_the_disk_does_not_take_is_answered_503_read_by_nobody_and_taken_once_when_it_comes_again(DiskFault fault)
    {
        (await SignedWebhook.Post(_product.Anonymous(), SignedWebhook.TextFrom(Phone, "First"))).Is(HttpStatusCode.OK);
        var thread = await ThreadAsync();
        var body = SignedWebhook.TextFrom(Phone, "Second");

        _disk.Fail(fault);
        for (var i = 0; i < 2; i++)
        {
            (await SignedWebhook.Post(_product.Anonymous(), body)).IsProblem(503, "unavailable");
            Assert.Equal(["First"], await TextsAsync(thread));
        }

        Assert.True(_disk.Failed > 0, "Nothing has failed.");
        _disk.Heal();
        for (var i = 0; i < 2; i++)
        {
            (await SignedWebhook.Post(_product.Anonymous(), body)).Is(HttpStatusCode.OK);
            Assert.Equal(["First", "Second"], await TextsAsync(thread));
        }
    }

    [Theory]
    [InlineData(DiskFault.WriteError)]
    [InlineData(DiskFault.ShortWrite)]
    [InlineData(DiskFault.Full)]
    [InlineData(DiskFault.SyncError)]
    public async Task A_send_that_the_disk_does_not_take_is_answered_503_and_reaches_the_phone_once_when_it_is_repeated(DiskFault fault)
    {
        (await _product.Simulator().Post("/control/phones", new { number = Phone, name = "Maria Keller" })).Is(HttpStatusCode.Created);
        (await _product.Simulator().Post($"/control/phones/{Phone}/messages", new { text = "Hello", to = Cast.SalesNumber })).Is(HttpStatusCode.OK);
        var thread = await ThreadAsync();
        var messages = $"{thread}/messages";
        var text = new { channel = "whatsapp", text = "Good morning" };

        _disk.Fail(fault);
        for (var i = 0; i < 2; i++)
        {
            (await _ann.Post(messages, text, "key-1")).IsProblem(503, "unavailable");
            Assert.Equal(["Hello"], await TextsAsync(thread));
        }

        _disk.Heal();
        var ids = new HashSet<string>();
        for (var i = 0; i < 2; i++)
            ids.Add((string)(await _ann.Post(messages, text, "key-1")).Is(HttpStatusCode.Accepted).Json["message_id"]!);
        var id = Assert.Single(ids);
        await Eventually.Get("the message on the phone", async () =>
            (string?)(await _ann.Get($"{messages}/{id}")).Json["status"] is "delivered" or "read" ? id : null);
        Assert.Equal(["Good morning", "Hello"], await TextsAsync(thread));
        Assert.Single(
            (await _product.Simulator().Get($"/control/phones/{Phone}/inbox")).Json.AsArray(), message => message!.ToJsonString().Contains("Good morning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_can_not_be_read_is_answered_503_and_never_as_if_there_were_nothing()
    {
        (await SignedWebhook.Post(_product.Anonymous(), SignedWebhook.TextFrom(Phone, "First"))).Is(HttpStatusCode.OK);
        var thread = await ThreadAsync();
        var whole = new Dictionary<string, string>();
        foreach (var path in (string[])[thread, $"{thread}/messages", $"{thread}/messages?limit=1"])
            whole[path] = (await _ann.Get(path)).Is(HttpStatusCode.OK).Text;

        for (var refused = 0; refused < 10;)
        {
            // What was read before is in memory until somebody writes.
            (await SignedWebhook.Post(_product.Anonymous(), SignedWebhook.TextFrom(OtherPhone, "Hello"))).Is(HttpStatusCode.OK);
            _disk.Fail(DiskFault.ReadError);
            foreach (var (path, text) in whole)
            {
                var answer = await _ann.Get(path);
                if (answer.Status == HttpStatusCode.OK)
                {
                    Assert.Equal(text, answer.Text);
                    continue;
                }

                answer.IsProblem(503, "unavailable");
                refused++;
            }

            _disk.Heal();
        }

        foreach (var (path, text) in whole)
            Assert.Equal(text, (await _ann.Get(path)).Is(HttpStatusCode.OK).Text);
    }

    /// <summary>The address of the one thread.</summary>
    private async Task<string> ThreadAsync()
    {
        var thread = await Eventually.Get(
            "the thread", async () => (await _ann.Get("/api/v1/lines/sales/threads")).Json["items"]!.AsArray().SingleOrDefault());
        return $"/api/v1/lines/sales/threads/{(string)thread["contact"]!["id"]!}";
    }

    /// <summary>What a thread says, in the order of the alphabet.</summary>
    private async Task<IEnumerable<string?>> TextsAsync(string thread) =>
        (await _ann.Get($"{thread}/messages")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().Select(message => (string?)message!["text"]).Order();
}
