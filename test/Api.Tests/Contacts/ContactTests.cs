using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Contacts;

public sealed class ContactTests(SharedProduct shared) : ProductTests(shared)
{
    private readonly SharedProduct _shared = shared;

    [Fact]
    public async Task A_number_makes_one_contact_however_it_is_written()
    {
        var ann = await As(Cast.Ann);
        var number = _shared.NewPhoneNumber();
        var made = (await ann.Post("/api/v1/contacts", new { phone = number, name = "Maria Keller" })).Is(HttpStatusCode.Created);
        Assert.Equal($"/api/v1/contacts/{made.Json["id"]}", made.Header("Location"));

        var spaced = $"00{number[1..3]} ({number[3..6]}) {number[6..]}";
        var found = (await ann.Post("/api/v1/contacts", new { phone = spaced, name = "Somebody Else" })).Is(HttpStatusCode.OK);
        Assert.Equal((string?)made.Json["id"], (string?)found.Json["id"]);
        Assert.Equal("Maria Keller", (string?)found.Json["name"]);
        Assert.Equal(number, (string?)(await ann.Get(made.Header("Location")!)).Is(HttpStatusCode.OK).Json["phone"]);
    }

    [Fact]
    public async Task The_same_number_in_two_firms_is_two_contacts()
    {
        var number = _shared.NewPhoneNumber();
        var here = (await (await As(Cast.Ann)).Post("/api/v1/contacts", new { phone = number })).Is(HttpStatusCode.Created);
        var there = (await (await As(Cast.ForeignUser)).Post("/api/v1/contacts", new { phone = number })).Is(HttpStatusCode.Created);
        Assert.NotEqual((string?)here.Json["id"], (string?)there.Json["id"]);
    }

    [Fact]
    public async Task A_contact_is_renamed_and_found_by_the_new_name()
    {
        var contact = await NewContact("Before");
        var ann = await As(Cast.Ann);
        var name = $"Zoë {NewKey()}";
        (await ann.Patch($"/api/v1/contacts/{contact.Id}", new { name = $"  {name} " })).Is(HttpStatusCode.OK);

        var found = Assert.Single((await ann.Get($"/api/v1/contacts?search={Uri.EscapeDataString(name)}")).Json["items"]!.AsArray())!;
        Assert.Equal(name, (string?)found["name"]);
        Assert.Equal(contact.Id, (string?)found["id"]);
    }

    [Fact]
    public async Task Nobody_renames_a_contact_of_another_firm()
    {
        var contact = await NewContact("Maria Keller");
        (await (await As(Cast.ForeignAdministrator)).Patch($"/api/v1/contacts/{contact.Id}", new { name = "Taken" })).IsProblem(404, "not_found");
        (await (await As(Cast.ForeignUser)).Get($"/api/v1/lines/harbour/threads/{contact.Id}")).IsProblem(404, "not_found");
    }

    [Fact]
    public async Task Contacts_are_read_page_by_page()
    {
        for (var i = 0; i < 3; i++)
        {
            await NewContact();
        }

        var ann = await As(Cast.Ann);
        List<string> ids = [];
        for (string? next = ""; next is not null;)
        {
            var page = (await ann.Get($"/api/v1/contacts?limit=2{(next.Length > 0 ? $"&cursor={next}" : "")}")).Is(HttpStatusCode.OK).Json;
            ids.AddRange(page["items"]!.AsArray().Select(contact => (string)contact!["id"]!));
            next = (string?)page["next"];
        }

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.True(ids.Count >= 3);
    }
}
