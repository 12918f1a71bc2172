using System.Net;
using System.Net.Http.Headers;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.People;

public sealed class PeopleTests(SharedProduct shared) : ProductTests(shared)
{
    private const string People = "/api/v1/people";

    [Fact]
    public async Task An_administrator_adds_a_person_who_signs_in_with_the_link_and_writes()
    {
        var contact = await ContactWhoWrote();
        var ada = await As(Cast.Administrator);

        var added = (await ada.Post(People, new { name = "Petra Vogel", roles = (string[])["user"], lines = (string[])["sales"] })).Is(HttpStatusCode.Created).Json;
        Assert.Equal(("petra", "Petra Vogel", true), ((string?)added["id"], (string?)added["name"], (bool)added["whatsapp_enabled"]!));
        var link = (await ada.Post($"{People}/petra/sign-in-link")).Is(HttpStatusCode.Created);
        var petra = await SignIn(link);

        var me = (await petra.Get("/api/v1/me")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("petra", "Petra Vogel"), ((string?)me["id"], (string?)me["name"]));
        Assert.Equal(["user"], me["roles"]!.AsArray().Select(role => (string)role!));
        Assert.Equal(["sales"], me["lines"]!.AsArray().Select(line => (string)line!["id"]!));
        (await petra.Post($"{contact.Thread}/messages", new { channel = "whatsapp", text = "Hello" }, NewKey())).Is(HttpStatusCode.Accepted);
        var people = (await ada.Get("/api/v1/organization")).Json["people"]!.AsArray();
        Assert.Contains(people, person => person!.ToJsonString() == added.ToJsonString());
    }

    [Fact]
    public async Task Whoever_has_a_name_that_somebody_has_gets_an_id_of_their_own()
    {
        var ada = await As(Cast.Administrator);
        object Person(string? id = null) => new { name = "Rita Sommer", roles = (string[])["user"], lines = Array.Empty<string>(), id };

        Assert.Equal("rita", (string?)(await ada.Post(People, Person())).Is(HttpStatusCode.Created).Json["id"]);
        Assert.Equal("rita-2", (string?)(await ada.Post(People, Person())).Is(HttpStatusCode.Created).Json["id"]);
        Assert.Equal("rita_s", (string?)(await ada.Post(People, Person("rita_s"))).Is(HttpStatusCode.Created).Json["id"]);
        (await ada.Post(People, Person("rita"))).IsProblem(400, "invalid_request");
        (await ada.Post(People, Person("Rita"))).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task A_person_loses_WhatsApp_and_a_line_at_once_and_gets_them_back_at_once()
    {
        var contact = await ContactWhoWrote();
        var ada = await As(Cast.Administrator);
        (await ada.Post(People, new { name = "Sven Olsen", roles = (string[])["user"], lines = (string[])["sales"] })).Is(HttpStatusCode.Created);
        var sven = await SignIn(await ada.Post($"{People}/sven/sign-in-link"));
        Task<Answer> Writes() => sven.Post($"{contact.Thread}/messages", new { channel = "whatsapp", text = "Hello" }, NewKey());
        (await Writes()).Is(HttpStatusCode.Accepted);

        var off = (await ada.Patch($"{People}/sven", new { whatsapp_enabled = false })).Is(HttpStatusCode.OK).Json;
        Assert.Equal((false, "Sven Olsen"), ((bool)off["whatsapp_enabled"]!, (string?)off["name"]));
        (await Writes()).IsProblem(403, "whatsapp_not_enabled");
        (await ada.Patch($"{People}/sven", new { whatsapp_enabled = true })).Is(HttpStatusCode.OK);
        (await Writes()).Is(HttpStatusCode.Accepted);

        (await ada.Patch($"{People}/sven", new { lines = (string[])["support"] })).Is(HttpStatusCode.OK);
        (await Writes()).IsProblem(403, "forbidden");
        (await ada.Patch($"{People}/sven", new { lines = (string[])["support", "sales"], name = "Sven Berg" })).Is(HttpStatusCode.OK);
        (await Writes()).Is(HttpStatusCode.Accepted);
        Assert.Equal("Sven Berg", (string?)(await sven.Get("/api/v1/me")).Json["name"]);
    }

    [Theory]
    [InlineData("compliance")]
    [InlineData("operator")]
    public async Task An_administrator_grants_neither_compliance_nor_operator(string role)
    {
        var ada = await As(Cast.Administrator);
        string[] roles = ["user", role], lines = [];

        Says("compliance", (await ada.Post(People, new { name = "Tom Wolf", roles, lines })).IsProblem(403, "forbidden"));
        Says("compliance", (await ada.Patch($"{People}/{Cast.Ben.Person}", new { roles })).IsProblem(403, "forbidden"));
    }

    [Fact]
    public async Task An_administrator_neither_withdraws_compliance_nor_signs_in_as_who_has_it()
    {
        var ada = await As(Cast.Administrator);

        Says("compliance", (await ada.Patch($"{People}/{Cast.Compliance.Person}", new { roles = (string[])["user"] })).IsProblem(403, "forbidden"));
        Says("compliance", (await ada.Post($"{People}/{Cast.Compliance.Person}/sign-in-link")).IsProblem(403, "forbidden"));
        Says("operator", (await ada.Post($"{People}/{Cast.OperatorElsewhere.Person}/sign-in-link")).IsProblem(403, "forbidden"));
        (await (await As(Cast.Compliance)).Get("/api/v1/archive")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_withdraws_the_own_role_of_an_administrator()
    {
        var ada = await As(Cast.Administrator);
        Says("your own", (await ada.Patch($"{People}/{Cast.Administrator.Person}", new { roles = (string[])["user"] })).IsProblem(403, "forbidden"));
        (await ada.Get("/api/v1/numbers")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_there_is_not_and_what_is_another_firms_is_refused()
    {
        var ada = await As(Cast.Administrator);
        string[] roles = ["user"];

        foreach (var line in (string[])["nowhere", "harbour", "No line"])
        {
            (await ada.Post(People, new { name = "Uwe Horn", roles, lines = (string[])[line] })).IsProblem(400, "invalid_request");
            (await ada.Patch($"{People}/{Cast.Ben.Person}", new { lines = (string[])[line] })).IsProblem(400, "invalid_request");
        }

        foreach (var person in (string[])["nobody", Cast.ForeignUser.Person, "UPPER", "a%20b"])
        {
            (await ada.Patch($"{People}/{person}", new { name = "Taken" })).IsProblem(404, "not_found");
            (await ada.Post($"{People}/{person}/sign-in-link")).IsProblem(404, "not_found");
        }
    }

    [Fact]
    public async Task A_change_of_nothing_and_roles_that_there_are_not_are_refused()
    {
        var ada = await As(Cast.Administrator);
        string[] none = [], unknown = ["king"];

        Says("whatsapp_enabled", (await ada.Patch($"{People}/{Cast.Ben.Person}", new { })).IsProblem(400, "invalid_request"));
        foreach (var roles in (string[][])[none, unknown])
        {
            (await ada.Patch($"{People}/{Cast.Ben.Person}", new { roles })).IsProblem(400, "invalid_request");
            (await ada.Post(People, new { name = "Uwe Horn", roles, lines = none })).IsProblem(400, "invalid_request");
        }
    }

    [Fact]
    public async Task A_link_goes_to_the_address_in_peoples_browsers_works_once_and_is_in_no_log()
    {
        await using var product = await Product.StartAsync(map: null, "--PublicUrl=https://chat.example.com");
        var ada = await product.SignIn(Cast.Administrator);

        var link = (await ada.Post($"{People}/{Cast.Ann.Person}/sign-in-link")).Is(HttpStatusCode.Created).Json;

        var url = new Uri((string)link["url"]!);
        Assert.Equal("https://chat.example.com/sign-in", url.GetLeftPart(UriPartial.Path));
        Assert.InRange((DateTimeOffset)link["expires_at"]!, DateTimeOffset.UnixEpoch, TimeProvider.System.GetUtcNow().AddMinutes(15));
        var token = url.Query["?token=".Length..];
        (await product.Anonymous().Post("/api/v1/sign-in", new { token })).Is(HttpStatusCode.OK);
        (await product.Anonymous().Post("/api/v1/sign-in", new { token })).IsProblem(401, "unauthenticated");
        Assert.Contains(product.Log.Lines, line => line.Contains("A sign-in link for ann of northwind was made by ada.", StringComparison.Ordinal));
        Assert.DoesNotContain(product.Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    private async Task<HttpClient> SignIn(Answer link)
    {
        var url = new Uri((string)link.Is(HttpStatusCode.Created).Json["url"]!);
        Assert.Equal(new Uri(Product.Address, "/sign-in"), new Uri(url.GetLeftPart(UriPartial.Path)));
        var client = Anonymous();
        var issued = (await client.Post("/api/v1/sign-in", new { token = url.Query["?token=".Length..] })).Is(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)issued.Json["access_token"]);
        return client;
    }

    private static void Says(string word, Answer answer) => Assert.Contains(word, (string)answer.Json["detail"]!, StringComparison.Ordinal);
}
