using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Threads;

public sealed class ThreadTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task A_thread_shows_contact_preview_and_what_is_unread()
    {
        var contact = await ContactWhoWrote("First");
        await Writes(contact, "Second");

        var threads = (await (await As(Cast.Ann)).Get("/api/v1/lines/sales/threads?limit=200")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
        var thread = threads.Single(thread => (string?)thread!["contact"]!["id"] == contact.Id)!;
        Assert.Equal("Second", (string?)thread["preview"]);
        Assert.Equal("in", (string?)thread["last_direction"]);
        Assert.Equal(2, (int)thread["unread"]!);
        Assert.Equal(contact.Phone, (string?)thread["contact"]!["phone"]);
    }

    [Fact]
    public async Task What_was_read_is_not_unread_any_more()
    {
        var contact = await ContactWhoWrote("First");
        await Writes(contact, "Second");
        var ann = await As(Cast.Ann);
        var places = (await ann.Get($"{contact.Thread}/messages")).Json["items"]!.AsArray().Select(message => (long)message!["place"]!).Order().ToArray();

        (await ann.Post($"{contact.Thread}/read", new { place = places[0] })).Is(HttpStatusCode.NoContent);
        Assert.Equal(1, await Unread(contact));
        (await ann.Post($"{contact.Thread}/read", new { place = places[1] })).Is(HttpStatusCode.NoContent);
        Assert.Equal(0, await Unread(contact));
        var unread = (await ann.Get("/api/v1/lines/sales/threads?unread=true&limit=200")).Json["items"]!.AsArray();
        Assert.DoesNotContain(unread, thread => (string?)thread!["contact"]!["id"] == contact.Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public async Task Nobody_has_read_what_is_not_there_yet(long place)
    {
        var contact = await ContactWhoWrote();
        (await (await As(Cast.Ann)).Post($"{contact.Thread}/read", new { place })).IsProblem(400, "invalid_request");
        Assert.Equal(1, await Unread(contact));
    }

    [Fact]
    public async Task Threads_are_read_page_by_page_newest_first()
    {
        Contact[] contacts = [await ContactWhoWrote(), await ContactWhoWrote(), await ContactWhoWrote()];
        var ann = await As(Cast.Ann);
        List<string> order = [];
        for (string? next = ""; next is not null;)
        {
            var page = (await ann.Get($"/api/v1/lines/sales/threads?limit=2{(next.Length > 0 ? $"&cursor={next}" : "")}")).Is(HttpStatusCode.OK).Json;
            order.AddRange(page["items"]!.AsArray().Select(thread => (string)thread!["contact"]!["id"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(order.Count, order.Distinct().Count());
        Assert.Equal(contacts.Reverse().Select(contact => contact.Id), order.Where(id => contacts.Any(contact => contact.Id == id)));
    }

    [Fact]
    public async Task Threads_are_found_by_a_part_of_the_contacts_name_or_number()
    {
        var (contact, other) = (await NewContact("Ottilie Wagenknecht"), await ContactWhoWrote());
        await Writes(contact, "Hello!");

        Assert.Equal([contact.Id], await Found("search=WAGENkn"));
        Assert.Equal([contact.Id], await Found($"search={Uri.EscapeDataString(contact.Phone)}"));
        Assert.Equal([contact.Id], await Found($"search={contact.Phone[5..]}&unread=true&channel=whatsapp"));
        Assert.Empty(await Found($"search={contact.Phone[5..]}&channel=sms"));
        Assert.Empty(await Found("search=nobody%20at%20all"));
        Assert.Contains(other.Id, await Found("search=%20%20"));
        (await (await As(Cast.Ann)).Get($"/api/v1/lines/sales/threads?search={new string('x', 201)}")).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task Threads_are_found_by_each_channel_that_they_have_had()
    {
        var contact = await ContactWhoWrote();
        (await Send(Cast.Ann, contact, new { channel = "sms", text = "By SMS as well" })).Is(HttpStatusCode.Accepted);

        Assert.Contains(contact.Id, await Found("channel=whatsapp"));
        Assert.Contains(contact.Id, await Found("channel=sms"));
        Assert.DoesNotContain(contact.Id, await Found("channel=voice"));
        foreach (var channel in (string[])["fax", "", "WhatsApp", "0", "whatsapp,sms"])
        {
            (await (await As(Cast.Ann)).Get($"/api/v1/lines/sales/threads?channel={channel}")).IsProblem(400, "invalid_request");
        }
    }

    [Fact]
    public async Task A_contact_without_a_message_has_a_standing_but_no_thread()
    {
        var contact = await NewContact();
        var details = (await (await As(Cast.Ann)).Get(contact.Thread)).Is(HttpStatusCode.OK).Json;
        Assert.Null(details["thread"]);
        Assert.Equal(contact.Id, (string?)details["contact"]!["id"]);
        Assert.Equal("not_asked", (string?)details["session"]!["consent"]);
        Assert.Equal("consent_required", (string?)details["session"]!["text_refusal"]!["code"]);
    }

    [Fact]
    public async Task The_log_is_gap_free_and_holds_no_text()
    {
        var contact = await ContactWhoWrote("A secret that stays sealed");
        (await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Another secret" })).Is(HttpStatusCode.Accepted);

        var cora = await As(Cast.Compliance);
        List<long> versions = [];
        for (string? next = "0"; next is not null;)
        {
            var page = (await cora.Get($"{contact.Thread}/log?limit=2&after={next}")).Is(HttpStatusCode.OK);
            Assert.DoesNotContain("secret", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.All(page.Json["items"]!.AsArray(), entry => Assert.Equal((string?)entry!["type"], (string?)entry["event"]!["type"]));
            versions.AddRange(page.Json["items"]!.AsArray().Select(entry => (long)entry!["version"]!));
            next = (string?)page.Json["next"];
        }

        Assert.Equal(Enumerable.Range(1, versions.Count).Select(version => (long)version), versions);
        Assert.True(versions.Count >= 4);
    }

    [Fact]
    public async Task The_archive_has_every_event_of_the_conversation()
    {
        var contact = await ContactWhoWrote();
        var cora = await As(Cast.Compliance);
        var logged = (await cora.Get($"{contact.Thread}/log?limit=200")).Json["items"]!.AsArray().Count;

        List<string> recorded = [];
        for (var after = 0L; ;)
        {
            var page = (await cora.Get($"/api/v1/archive?limit=200&after={after}")).Is(HttpStatusCode.OK).Json;
            var entries = page["entries"]!.AsArray();
            recorded.AddRange(entries.Select(entry => (string)entry!["conversation"]!));
            if (entries.Count == 0)
            {
                break;
            }

            after = (long)entries[^1]!["sequence"]!;
        }

        Assert.Equal(logged, recorded.Count(conversation => conversation == $"northwind/sales/{contact.Id}"));
        Assert.All(recorded, conversation => Assert.StartsWith("northwind/", conversation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_see_themselves_their_firm_and_the_lines_that_they_may_read()
    {
        var me = (await (await As(Cast.Ann)).Get("/api/v1/me")).Is(HttpStatusCode.OK).Json;
        Assert.Equal("Ann Berger", (string?)me["name"]);
        Assert.Equal("Northwind Bank", (string?)me["organization"]!["name"]);
        Assert.Equal(["user"], me["roles"]!.AsArray().Select(role => (string)role!));
        Assert.Equal(["sales", "desk"], me["lines"]!.AsArray().Select(line => (string)line!["id"]!));

        Assert.Equal(["support"], await Lines(Cast.Ben));
        Assert.Equal(["sales", "support", "desk"], await Lines(Cast.Compliance));
        Assert.Equal(["harbour"], await Lines(Cast.ForeignCompliance));
        Assert.DoesNotContain("southwind", (await (await As(Cast.Ann)).Get("/api/v1/organization")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> Found(string query) =>
        (await (await As(Cast.Ann)).Get($"/api/v1/lines/sales/threads?limit=200&{query}")).Is(HttpStatusCode.OK)
            .Json["items"]!.AsArray().Select(thread => (string)thread!["contact"]!["id"]!);

    private async Task<int> Unread(Contact contact) => (int)(await (await As(Cast.Ann)).Get(contact.Thread)).Is(HttpStatusCode.OK).Json["thread"]!["unread"]!;

    private async Task<IEnumerable<string>> Lines(Actor actor) =>
        (await (await As(actor)).Get("/api/v1/lines")).Is(HttpStatusCode.OK).Json.AsArray().Select(line => (string)line!["id"]!);
}
