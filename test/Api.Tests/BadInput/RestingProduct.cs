using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>A product of its own that is told nothing but nonsense, so that whatever changes in it is a fault.</summary>
public sealed class RestingProduct : IAsyncLifetime
{
    private const int RestingLooks = 25;

    internal SharedProduct Shared { get; } = new();

    /// <summary>Of Northwind Bank: has written to the line <c>sales</c>, so that text and templates could be sent.</summary>
    internal Contact Maria { get; private set; } = null!;

    /// <summary>The id of what she wrote.</summary>
    internal string Message { get; private set; } = null!;

    /// <summary>Of Southwind Shipping: has written to the line <c>harbour</c>.</summary>
    internal Contact Lena { get; private set; } = null!;

    internal string ForeignMessage { get; private set; } = null!;

    /// <summary>Approved, of Northwind Bank, with two variables in the body.</summary>
    internal string Template { get; } = "appointment";

    public async Task InitializeAsync()
    {
        await Shared.InitializeAsync();
        var beginning = new Beginning(Shared);
        Maria = await beginning.ContactWhoWrote();
        Message = await beginning.NewestMessage(Cast.Ann, Maria.Thread);
        Lena = await beginning.ForeignContactWhoWrote();
        ForeignMessage = await beginning.NewestMessage(Cast.ForeignUser, $"/api/v1/lines/harbour/threads/{Lena.Id}");
        await beginning.ApprovedTemplate(Template);
        await AtRest();
    }

    public Task DisposeAsync() => Shared.DisposeAsync();

    /// <summary>What the beginning led to has come to its end: inbox and archive follow the log a little behind.</summary>
    private async Task AtRest()
    {
        var (facts, looks) = (await Facts.Of(Shared.Product), 0);
        await Eventually.Get("rest", async () =>
        {
            var now = await Facts.Of(Shared.Product);
            (facts, looks) = (now, now.ChangedSince(facts).Count == 0 ? looks + 1 : 0);
            return looks == RestingLooks ? facts : null;
        });
    }

    private sealed class Beginning(SharedProduct shared) : ProductTests(shared)
    {
        private readonly SharedProduct _shared = shared;

        public async Task<string> NewestMessage(Actor actor, string thread) =>
            (string)(await (await As(actor)).Get($"{thread}/messages")).Is(HttpStatusCode.OK).Json["items"]![0]!["message_id"]!;

        public async Task<Contact> ForeignContactWhoWrote()
        {
            var number = _shared.NewPhoneNumber();
            var fay = await As(Cast.ForeignUser);
            var phones = Product.Simulator();
            (await phones.Post("/control/phones", new { number, name = "Lena Brandt" })).Is(HttpStatusCode.Created);
            (await phones.Post($"/control/phones/{number}/messages", new { text = "Hello!", to = Cast.HarbourNumber })).Is(HttpStatusCode.OK);
            var thread = await Eventually.Get("the thread", async () =>
                (await fay.Get("/api/v1/lines/harbour/threads")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().SingleOrDefault());
            return new Contact((string)thread["contact"]!["id"]!, number);
        }

        public async Task ApprovedTemplate(string name)
        {
            var ada = await As(Cast.Administrator);
            var body = "Dear {{1}}, your appointment at our branch in the main street is on {{2}}. We look forward to seeing you there.";
            var draft = new { name, language = "en_US", category = "UTILITY", body, examples = (string[])["Maria", "Tuesday"] };
            var submitted = (await ada.Post("/api/v1/templates", draft)).Is(HttpStatusCode.Created);
            await Eventually.Get("the approval", async () =>
                (string?)(await ada.Get(submitted.Header("Location")!)).Json["status"] == "approved" ? ada : null);
        }
    }
}

[CollectionDefinition(Name)]
public sealed class RestingProductTests : ICollectionFixture<RestingProduct>
{
    public const string Name = "A product at rest";
}
