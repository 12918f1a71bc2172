using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Numbers;

public sealed class BusinessProfileTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Profile = $"/api/v1/numbers/{Cast.HarbourNumber}/profile";

    [Fact]
    public async Task A_profile_is_read_from_WhatsApp_put_there_and_shown_on_the_contacts_phone()
    {
        var gus = await As(Cast.ForeignAdministrator);
        string[] websites = ["https://example.com", "http://example.org/harbour"];
        var whole = new
        {
            about = "Ships at any hour", description = "We load and unload.", address = "Pier 1", email = "harbour@example.com", websites, vertical = "OTHER",
        };

        var put = (await gus.Put(Profile, whole)).Is(HttpStatusCode.OK).Json;
        Assert.Equal(put.ToJsonString(), (await gus.Get(Profile)).Is(HttpStatusCode.OK).Json.ToJsonString());
        Assert.Equal(("Ships at any hour", "OTHER"), ((string?)put["about"], (string?)put["vertical"]));
        var shown = (await Product.Simulator().Get("/control/numbers")).Json.AsArray().Single(number => (string?)number!["id"] == Cast.HarbourNumber)!;
        Assert.Equal("Ships at any hour", (string?)shown["about"]);
        Assert.Equal("We load and unload.", (string?)shown["description"]);
        Assert.Equal("Pier 1", (string?)shown["address"]);
        Assert.Equal("harbour@example.com", (string?)shown["email"]);
        Assert.Equal(websites, shown["websites"]!.AsArray().Select(website => (string)website!));

        var bare = (await gus.Put(Profile, new { about = "Ships" })).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("Ships", null, null, null), ((string?)bare["about"], (string?)bare["description"], (string?)bare["address"], (string?)bare["email"]));
        Assert.Empty(bare["websites"]!.AsArray());
        Assert.Equal("OTHER", (string?)bare["vertical"]);
    }

    [Theory]
    [InlineData(Cast.SalesNumber)]
    [InlineData("nothing")]
    public async Task Another_firms_number_and_one_that_there_is_not_have_no_profile_here(string number)
    {
        var gus = await As(Cast.ForeignAdministrator);
        (await gus.Get($"/api/v1/numbers/{number}/profile")).IsProblem(404, "not_found");
        (await gus.Put($"/api/v1/numbers/{number}/profile", new { about = "Taken" })).IsProblem(404, "not_found");
    }

    [Fact]
    public async Task A_number_for_SMS_has_no_profile() =>
        (await (await As(Cast.Administrator)).Get($"/api/v1/numbers/{Uri.EscapeDataString(Cast.SalesSms)}/profile")).IsProblem(404, "not_found");

    [Fact]
    public async Task What_is_longer_than_WhatsApp_takes_is_refused_by_name()
    {
        var gus = await As(Cast.ForeignAdministrator);
        const string Site = "https://example.com";
        foreach (var (name, body) in ((string, object)[])
        [
            ("about", new { about = new string('x', 140) }),
            ("about", new { about = " " }),
            ("description", new { about = "Hello", description = new string('x', 513) }),
            ("address", new { about = "Hello", address = new string('x', 257) }),
            ("email", new { about = "Hello", email = new string('x', 120) + "@example.com" }),
            ("email", new { about = "Hello", email = "nobody" }),
            ("websites", new { about = "Hello", websites = (string[])[Site, Site, Site] }),
            ("websites", new { about = "Hello", websites = (string[])["javascript:alert(1)"] }),
            ("websites", new { about = "Hello", websites = (string[])[$"{Site}/{new string('x', 256)}"] }),
            ("vertical", new { about = "Hello", vertical = "finance" }),
        ])
        {
            var answer = (await gus.Put(Profile, body)).IsProblem(400, "invalid_request");
            Assert.Contains($"“{name}”", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{\"kind\":\"refuse\",\"code\":131009}", 400, "invalid_request")]
    [InlineData("{\"kind\":\"refuse\",\"code\":190}", 409, "number_restricted")]
    [InlineData("{\"kind\":\"rateLimit\"}", 429, "rate_limited")]
    [InlineData("{\"kind\":\"serverError\"}", 429, "rate_limited")]
    [InlineData("{\"kind\":\"loseRequest\"}", 429, "rate_limited")]
    public async Task What_WhatsApp_does_not_take_is_refused_in_our_codes(string fault, int status, string code)
    {
        var ordered = System.Text.Json.Nodes.JsonNode.Parse(fault)!;
        (ordered["on"], ordered["count"]) = ("whatsapp_business_profile", 1);
        (await Product.Simulator().Post("/control/faults", ordered)).Is(HttpStatusCode.OK);

        (await (await As(Cast.ForeignAdministrator)).Put(Profile, new { about = "Hello" })).IsProblem(status, code);
    }
}
