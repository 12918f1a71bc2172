using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MultiLine.Domain.Organizations;
using MultiLine.Simulator;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.SignIn;

namespace MultiLine.Web.Tests.Products;

/// <summary>
/// The product with its pages and the simulator in the outside world's place, over real connections, in a folder of their own. Each test
/// has contacts of its own, so that many can share it.
/// </summary>
public class RunningProduct : IAsyncLifetime
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("multiline-web-").FullName;
    private readonly string[] _settings;
    private readonly ConcurrentDictionary<string, Lazy<Task<JsonApi>>> _apis = [];
    private readonly WebApplication _simulator;
    private Servers? _servers;
    private int _phones;

    public RunningProduct()
        : this([], []) { }

    /// <param name="settings">More of the product's, such as <c>Conversation:SessionWindow=00:00:10</c>.</param>
    /// <param name="simulatorSettings">More of the simulator's.</param>
    protected RunningProduct(IEnumerable<string> settings, IEnumerable<string> simulatorSettings)
    {
        // Told beforehand, so that it is the same after a stop and a start.
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        _simulator = SimulatorHost.Create(
            [.. ProductSettings.OfSimulator(_folder, Address), .. simulatorSettings.Select(setting => $"--{setting}")], builder => builder.Logging.ClearProviders());
        _settings = [.. settings.Select(setting => $"--{setting}")];
    }

    public Uri Address { get; }

    public Uri Simulator => new(_simulator.Urls.Single());

    /// <summary>The simulator's control API.</summary>
    internal JsonApi Phones { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _simulator.StartAsync();
        Phones = new JsonApi(new Uri(Simulator, "control/"));
        _servers = Compose();
        foreach (var organization in Bank.Organizations)
        {
            await Store<IOrganizationStore>().SaveAsync(organization, expectedVersion: 0);
        }

        await _servers.StartAsync();
        await Phones.PutAsync("webhooks/callback", new { url = new Uri(Address, "webhooks/whatsapp"), verifyToken = ProductSettings.VerifyToken });
        await Templates.ApproveAsync(await ApiOfAsync(Bank.Adam));
    }

    /// <summary>Stops the product in good order; it no longer answers. The simulator goes on.</summary>
    public async Task StopAsync()
    {
        await _servers!.DisposeAsync();
        _servers = null;
    }

    /// <summary>Starts it again, on the same data and at the same address.</summary>
    public async Task StartAsync()
    {
        _servers = Compose();
        await _servers.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_servers is not null)
        {
            await StopAsync();
        }

        foreach (var api in _apis.Values)
        {
            (await api.Value).Dispose();
        }

        Phones.Dispose();
        // First: whatever it does by itself still needs its folder.
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A link that signs the person in, once.</summary>
    internal async Task<Uri> IssueLinkAsync(Person person)
    {
        var token = SignInToken.New();
        var expires = TimeProvider.System.GetUtcNow() + LinkLifetime;
        await Store<ISignInLinks>().AddAsync(new SignInLink(SignInToken.Hash(token), Bank.OrganizationOf(person), person.Id, expires));
        return new Uri(Address, $"sign-in?token={token}");
    }

    /// <summary>The REST API as the person calls it.</summary>
    internal Task<JsonApi> ApiOfAsync(Person person) => _apis.GetOrAdd(person.Id, _ => new Lazy<Task<JsonApi>>(() => SignInAsync(person))).Value;

    /// <summary>Makes a phone in the simulator and enters its owner as a contact of the bank.</summary>
    /// <param name="name">Of the contact.</param>
    /// <param name="onWhatsApp">Whether WhatsApp is on the phone.</param>
    internal async Task<Contact> NewContactAsync(string name, bool onWhatsApp = true)
    {
        var phone = NextPhone();
        await Phones.PostAsync("phones", new { number = phone, name, onWhatsApp });
        var nora = await ApiOfAsync(Bank.Nora);
        return new Contact((string)(await nora.PostAsync("contacts", new { phone, name }))!["id"]!, phone, name);
    }

    /// <summary>Somebody who keeps the phone number back and writes: the bank knows a name and a user id.</summary>
    /// <param name="name">As WhatsApp shows it.</param>
    /// <param name="text">What is written.</param>
    internal async Task<Contact> MeetByUsernameAsync(string name, string text)
    {
        var phone = NextPhone();
        await Phones.PostAsync("phones", new { number = phone, name, username = $"user{phone[^4..]}", phoneWithheld = true });
        return await MeetAgainAsync(new Contact("", phone, name), text);
    }

    /// <summary>The owner of a phone that keeps its number back writes; returns as whom the bank knows that person.</summary>
    internal async Task<Contact> MeetAgainAsync(Contact contact, string text)
    {
        await WritesAsync(contact, text);
        var nora = await ApiOfAsync(Bank.Nora);
        Contact? met = null;
        await Eventually.UntilAsync($"“{text}” in the inbox", async () =>
        {
            var threads = (await nora.GetAsync($"lines/{Bank.Line}/threads"))!["items"]!.AsArray();
            var found = threads.FirstOrDefault(thread => (string?)thread!["preview"] == text && thread["contact"]!["phone"] is null);
            met = found is null ? null : contact with { Id = (string)found["contact"]!["id"]! };
            return met is not null;
        });
        return met!;
    }

    /// <summary>
    /// What a contact writes from now on is later than all before, as WhatsApp tells it: in whole seconds. In the same one a STOP counts for
    /// more than a YES, whichever came first.
    /// </summary>
    internal static Task InALaterSecondAsync() =>
        Task.Delay(TimeSpan.FromMilliseconds(1001 - TimeProvider.System.GetUtcNow().Millisecond), TimeProvider.System);

    /// <summary>The contact writes by WhatsApp, and the thread has it. A first message counts as consent, and each opens the session.</summary>
    internal async Task WritesAsync(Contact contact, string text)
    {
        var sent = (await Phones.PostAsync($"phones/{contact.Phone}/messages", new { text, to = Bank.NumberId }))!;
        await Eventually.UntilAsync($"“{text}” taken by the product", async () =>
            (await Phones.GetAsync($"messages/{(string?)sent["id"]}"))!["webhooks"]!.AsArray() is { Count: > 0 } webhooks
            && webhooks.All(webhook => (string?)webhook!["outcome"] == "200"));
    }

    /// <summary>The contact sends a file by WhatsApp, and the thread has it.</summary>
    /// <param name="contact">Who sends it.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="mimeType">What the phone says that it is, which decides whether it is a picture, a sound, a film or a document.</param>
    /// <param name="fileName">Of a document.</param>
    /// <param name="voice">Spoken into the phone.</param>
    /// <param name="caption">Of a picture, a film or a document.</param>
    /// <returns>Its id at Meta, and where the API has it.</returns>
    internal async Task<(string Id, string Path)> SendsFileAsync(
        Contact contact, byte[] bytes, string mimeType, string? fileName = null, bool voice = false, string? caption = null)
    {
        var mediaId = (string)(await Phones.PostAsync($"media?numberId={Bank.NumberId}", bytes, mimeType))!["id"]!;
        await Phones.PostAsync($"phones/{contact.Phone}/media?numberId={Bank.NumberId}", new { mediaId, fileName, voice, caption });
        var nora = await ApiOfAsync(Bank.Nora);
        string? message = null;
        await Eventually.UntilAsync("the file in the thread", async () =>
            (message = (string?)(await nora.GetAsync($"{contact.Thread}/messages"))!["items"]!.AsArray()
                .FirstOrDefault(item => (string?)item!["parts"]?["media"]?["provider_id"] == mediaId)?["message_id"]) is not null);
        return (mediaId, $"/api/v1/{contact.Thread}/messages/{message}/media");
    }

    /// <summary>Waits until the thread has this text of the contact.</summary>
    internal async Task HasReceivedAsync(Contact contact, string text)
    {
        var nora = await ApiOfAsync(Bank.Nora);
        await Eventually.UntilAsync($"“{text}” in the thread", async () =>
            (await nora.GetAsync($"{contact.Thread}/messages"))!["items"]!.AsArray().Any(message => (string?)message!["text"] == text));
    }

    /// <summary>Nora sends by WhatsApp what may be sent, and the contact's phone has it.</summary>
    internal async Task SendsAsync(Contact contact, string text)
    {
        await (await ApiOfAsync(Bank.Nora)).PostAsync($"{contact.Thread}/messages", new { channel = "whatsapp", text });
        await Eventually.UntilAsync($"“{text}” on the phone", async () => (await OnPhoneAsync(contact)).Contains(text));
    }

    /// <summary>What the bank has sent to the contact's WhatsApp, oldest first.</summary>
    internal async Task<IReadOnlyList<string>> OnPhoneAsync(Contact contact) =>
    [
        .. (await Phones.GetAsync($"phones/{contact.Phone}/inbox"))!.AsArray().OfType<JsonObject>()
            .Where(message => (string?)message["from"] == "business").Select(message => (string)message["body"]!),
    ];

    private string NextPhone() => (4915100000000L + Interlocked.Increment(ref _phones)).ToString("'+'0", CultureInfo.InvariantCulture);

    private async Task<JsonApi> SignInAsync(Person person)
    {
        var api = new JsonApi(new Uri(Address, "api/v1/"));
        var token = (await IssueLinkAsync(person)).Query["?token=".Length..];
        api.BearerToken = (string?)(await api.PostAsync("sign-in", new { token }))!["access_token"];
        return api;
    }

    private T Store<T>()
        where T : notnull => _servers!.Backstage.GetRequiredService<T>();

    private Servers Compose() => Servers.Create(
        [.. ProductSettings.OfProduct(_folder, Address, Simulator), .. _settings],
        builder => builder.Logging.ClearProviders(),
        Address.GetLeftPart(UriPartial.Authority));
}
