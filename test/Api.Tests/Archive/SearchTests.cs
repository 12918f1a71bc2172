using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Archive;

/// <summary>The search of the archive over the API.</summary>
public sealed class SearchTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task An_officer_finds_what_a_contact_wrote_and_another_firms_officer_does_not()
    {
        var contact = await ContactWhoWrote();
        var officer = await As(Cast.Compliance);

        var found = await Eventually.Get("the message in the archive", async () =>
            (await officer.Get($"/api/v1/archive/search?contact={contact.Id}&direction=in&limit=1")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().FirstOrDefault());

        Assert.Equal((contact.Id, "sales", "message_received"), ((string?)found["contact"], (string?)found["line"], (string?)found["type"]));
        Assert.NotNull((string?)found["excerpt"]);
        var elsewhere = await As(Cast.ForeignCompliance);
        Assert.Empty((await elsewhere.Get($"/api/v1/archive/search?contact={contact.Id}")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
        var act = (await officer.Get("/api/v1/audit?limit=1")).Is(HttpStatusCode.OK).Json["items"]![0]!;
        Assert.Equal(("archive_searched", Cast.Compliance.Person), ((string?)act["type"], (string?)act["person"]));
    }

    [Theory]
    [InlineData("q=%22open")]
    [InlineData("q=-only")]
    [InlineData("q=!!!")]
    [InlineData("line=a/b")]
    [InlineData("channel=pigeon")]
    [InlineData("direction=up")]
    [InlineData("action=burn")]
    [InlineData("rule=")]
    [InlineData("from=yesterday")]
    [InlineData("before=-1")]
    [InlineData("limit=0")]
    public async Task A_search_that_makes_no_sense_is_refused(string query) =>
        (await (await As(Cast.Compliance)).Get($"/api/v1/archive/search?{query}")).IsProblem(400, "invalid_request");
}
