using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Retention;

/// <summary>Recording, legal holds and disposal over the API.</summary>
public sealed class RetentionTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task An_administrator_chooses_what_is_recorded_and_a_line_may_differ()
    {
        await using var product = await Product.StartAsync();
        var (administrator, officer) = (await product.SignIn(Cast.Administrator), await product.SignIn(Cast.Compliance));
        Assert.Null((await officer.Get("/api/v1/recording")).Is(HttpStatusCode.OK).Json["terms"]);

        (await administrator.Put("/api/v1/recording", new { recorded = false, days = 30 })).Is(HttpStatusCode.OK);
        var chosen = (await administrator.Put("/api/v1/recording/lines/sales", new { recorded = true, years = 5 })).Is(HttpStatusCode.OK).Json;

        Assert.Equal(("30", "5"), (chosen["terms"]!["days"]!.ToString(), Line(chosen, "sales")["in_force"]!["years"]!.ToString()));
        Assert.Equal("30", Line(chosen, "support")["in_force"]!["days"]!.ToString());
        Assert.Null(Line(chosen, "support")["own"]);
        var back = (await administrator.Call(HttpMethod.Delete, "/api/v1/recording/lines/sales")).Is(HttpStatusCode.OK).Json;
        Assert.Equal("30", Line(back, "sales")["in_force"]!["days"]!.ToString());
        var acts = (await officer.Get("/api/v1/audit")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal(3, acts.Count(act => (string?)act!["type"] == "recording_changed" && (string?)act["person"] == Cast.Administrator.Person));
    }

    [Theory]
    [InlineData("""{"recorded":true,"years":4}""")]
    [InlineData("""{"recorded":true}""")]
    [InlineData("""{"recorded":false,"days":0}""")]
    [InlineData("""{"recorded":false,"days":366}""")]
    [InlineData("""{"recorded":false,"days":30,"years":5}""")]
    [InlineData("""{"days":30}""")]
    [InlineData("""{"recorded":false,"days":30,"weeks":1}""")]
    public async Task Terms_that_there_are_not_are_refused_and_nothing_is_chosen(string body)
    {
        var administrator = await As(Cast.Administrator);

        (await administrator.Put("/api/v1/recording", System.Text.Json.JsonElement.Parse(body))).IsProblem(400, "invalid_request");

        Assert.Null((await administrator.Get("/api/v1/recording")).Is(HttpStatusCode.OK).Json["terms"]);
    }

    [Fact]
    public async Task A_hold_is_placed_and_lifted_each_with_its_reason()
    {
        var officer = await As(Cast.Compliance);
        var contact = await ContactWhoWrote();

        var hold = (await officer.Post(
            "/api/v1/holds",
            new { name = "Inquiry 7", reason = "The court asks for it.", contact = contact.Id, from = "2026-01-01T00:00:00Z" })).Is(HttpStatusCode.Created).Json;

        Assert.Equal(("Inquiry 7", contact.Id, Cast.Compliance.Person), ((string?)hold["name"], (string?)hold["cover"]!["contact"], (string?)hold["placed_by"]));
        var path = $"/api/v1/holds/{(string?)hold["id"]}/lift";
        (await officer.Post(path, new { reason = " " })).IsProblem(400, "invalid_request");
        Assert.Null(await LiftedBy(officer, hold));
        (await officer.Post(path, new { reason = "Closed." })).Is(HttpStatusCode.OK);
        Assert.Equal(Cast.Compliance.Person, await LiftedBy(officer, hold));
        (await officer.Post("/api/v1/holds/nothing/lift", new { reason = "Closed." })).IsProblem(404, "not_found");
    }

    [Theory]
    [InlineData("""{"name":"","reason":"Why"}""", 400, "invalid_request")]
    [InlineData("""{"name":"Inquiry","reason":""}""", 400, "invalid_request")]
    [InlineData("""{"name":"Inquiry"}""", 400, "invalid_request")]
    [InlineData("""{"name":"Inquiry","reason":"Why","line":"a/b"}""", 400, "invalid_request")]
    [InlineData("""{"name":"Inquiry","reason":"Why","from":"2026-02-01T00:00:00Z","until":"2026-01-01T00:00:00Z"}""", 400, "invalid_request")]
    [InlineData("""{"name":"Inquiry","reason":"Why","line":"nowhere"}""", 404, "not_found")]
    [InlineData("""{"name":"Inquiry","reason":"Why","contact":"nobody"}""", 404, "not_found")]
    public async Task A_hold_that_makes_no_sense_is_refused_and_none_is_placed(string body, int status, string code)
    {
        var officer = await As(Cast.Compliance);
        var before = (await officer.Get("/api/v1/holds")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().Count;

        (await officer.Post("/api/v1/holds", System.Text.Json.JsonElement.Parse(body))).IsProblem(status, code);

        Assert.Equal(before, (await officer.Get("/api/v1/holds")).Is(HttpStatusCode.OK).Json["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_run_of_disposal_is_asked_for_and_reported()
    {
        var officer = await As(Cast.Compliance);

        var id = (string?)(await officer.Post("/api/v1/disposals", new { })).Is(HttpStatusCode.Accepted).Json["id"];

        await Eventually.Get("a run that has ended", async () => (await officer.Get("/api/v1/disposals")).Json["items"]!.AsArray()
            .FirstOrDefault(run => (string?)run!["id"] == id && run["ended_at"] is not null));
        (await officer.Get("/api/v1/disposals?before=a/b")).IsProblem(400, "invalid_request");
        Assert.DoesNotContain((await officer.Get($"/api/v1/disposals?before={id}")).Json["items"]!.AsArray(), run => (string?)run!["id"] == id);
    }

    private static System.Text.Json.Nodes.JsonNode Line(System.Text.Json.Nodes.JsonNode recording, string line) =>
        recording["lines"]!.AsArray().Single(candidate => (string?)candidate!["line"] == line)!;

    private static async Task<string?> LiftedBy(HttpClient officer, System.Text.Json.Nodes.JsonNode hold) =>
        (string?)(await officer.Get("/api/v1/holds")).Is(HttpStatusCode.OK).Json["items"]!.AsArray()
            .Single(item => (string?)item!["id"] == (string?)hold["id"])!["lifted_by"];
}
