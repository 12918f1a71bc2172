using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace MultiLine.Api.Tests.Support;

/// <summary>One running product for all tests that don't break it. Each test has contacts of its own.</summary>
public sealed class SharedProduct : IAsyncLifetime
{
    private readonly Dictionary<Actor, HttpClient> _clients = [];
    private int _phones;

    internal Product Product { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Product = await Product.StartAsync();
        foreach (var administrator in (Actor[])[Cast.Administrator, Cast.ForeignAdministrator])
        {
            var client = await SignedIn(administrator);
            await Eventually.Get("an approved opt-in request", async () =>
            {
                await client.Post("/api/v1/templates/sync");
                return (string?)(await client.Get("/api/v1/opt-in-template")).Json["template"]?["status"] == "approved" ? client : null;
            });
        }
    }

    public Task DisposeAsync() => Product.DisposeAsync().AsTask();

    internal async Task<HttpClient> SignedIn(Actor actor)
    {
        if (!_clients.TryGetValue(actor, out var client))
        {
            _clients[actor] = client = await Product.SignIn(actor);
        }

        return client;
    }

    internal string NewPhoneNumber() => (4915100000000L + Interlocked.Increment(ref _phones)).ToString("'+'0", CultureInfo.InvariantCulture);
}

[CollectionDefinition(Name)]
public sealed class SharedProductTests : ICollectionFixture<SharedProduct>
{
    public const string Name = "One running product";
}

/// <summary>What tests say to the product and to the contacts' phones.</summary>
[Collection(SharedProductTests.Name)]
public abstract class ProductTests(SharedProduct shared)
{
    internal Product Product => shared.Product;

    internal Task<HttpClient> As(Actor actor) => shared.SignedIn(actor);

    internal HttpClient Anonymous() => Product.Anonymous();

    /// <summary>A contact of Northwind Bank with a phone in the simulator.</summary>
    internal async Task<Contact> NewContact(string name = "Maria Keller", bool onWhatsApp = true)
    {
        var number = shared.NewPhoneNumber();
        (await Product.Simulator().Post("/control/phones", new { number, name, onWhatsApp })).Is(HttpStatusCode.Created);
        var contact = (await (await As(Cast.Ann)).Post("/api/v1/contacts", new { phone = number, name })).Is(HttpStatusCode.Created);
        return new Contact((string)contact.Json["id"]!, number);
    }

    /// <summary>A contact who has written to the line <c>sales</c>, which counts as consent and opens the session.</summary>
    internal async Task<Contact> ContactWhoWrote(string text = "Hello!", double secondsAgo = 0)
    {
        var contact = await NewContact();
        await Writes(contact, text, secondsAgo);
        return contact;
    }

    internal async Task Writes(Contact contact, string text, double secondsAgo = 0)
    {
        var before = await InboundCount(contact);
        (await Product.Simulator().Post($"/control/phones/{contact.Phone}/messages", new { text, to = Cast.SalesNumber, secondsAgo })).Is(HttpStatusCode.OK);
        await Eventually.Get($"the contact's message “{text}”", async () => await InboundCount(contact) > before ? contact : null);
    }

    /// <summary>A contact sends a file to the line <c>sales</c>.</summary>
    /// <param name="contact">Who sends it.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="mimeType">What the phone says that it is, which decides whether it is a picture, a sound, a film or a document.</param>
    /// <param name="fileName">Of a document.</param>
    /// <returns>The message, when the thread has it.</returns>
    internal async Task<JsonNode> SendsFile(Contact contact, byte[] bytes, string mimeType, string? fileName = null)
    {
        var media = await Upload(bytes, mimeType);
        (await Product.Simulator().Post($"/control/phones/{contact.Phone}/media?numberId={Cast.SalesNumber}", new { mediaId = media, fileName })).Is(HttpStatusCode.OK);
        return await MessageWithFile(contact, media);
    }

    /// <summary>A file on its way from a phone to the line <c>sales</c>.</summary>
    /// <returns>Its id at Meta.</returns>
    internal async Task<string> Upload(byte[] bytes, string mimeType)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", mimeType);
        return (string)(await Product.Simulator().Call(HttpMethod.Post, $"/control/media?numberId={Cast.SalesNumber}", content)).Is(HttpStatusCode.OK).Json["id"]!;
    }

    internal Task<JsonNode> MessageWithFile(Contact contact, string media) =>
        Eventually.Get("the message with the file", async () =>
            (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Is(HttpStatusCode.OK)
                .Json["items"]!.AsArray().FirstOrDefault(message => (string?)message!["parts"]?["media"]?["provider_id"] == media));

    internal async Task<Answer> Send(Actor actor, Contact contact, object body, string? key = null) =>
        await (await As(actor)).Post($"{contact.Thread}/messages", body, key ?? NewKey());

    internal static string NewKey() => Guid.NewGuid().ToString("n");

    /// <summary>The message when it has one of these statuses.</summary>
    internal Task<JsonNode> MessageWhen(Contact contact, string messageId, params string[] statuses) =>
        Eventually.Get($"a message that is {string.Join(" or ", statuses)}", async () =>
        {
            var message = (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages/{messageId}")).Is(HttpStatusCode.OK).Json;
            return statuses.Contains((string?)message["status"]) ? message : null;
        });

    /// <summary>The chat on the contact's phone when it ends with a message like this.</summary>
    internal Task<JsonNode> OnPhone(Contact contact, Func<JsonNode, bool> isMeant) =>
        Eventually.Get("the message on the contact's phone", async () =>
            (await Product.Simulator().Get($"/control/phones/{contact.Phone}/inbox")).Json.AsArray().LastOrDefault(message => isMeant(message!)));

    private async Task<int> InboundCount(Contact contact) =>
        (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages?limit=200")).Is(HttpStatusCode.OK)
            .Json["items"]!.AsArray().Count(message => (string?)message!["direction"] == "in");
}

/// <param name="Id">Our id.</param>
/// <param name="Phone">E.164.</param>
public sealed record Contact(string Id, string Phone)
{
    /// <summary>The address of the thread on the line <c>sales</c>.</summary>
    public string Thread => $"/api/v1/lines/sales/threads/{Id}";
}
