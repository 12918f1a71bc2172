using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Templates;

/// <summary>The opt-in request in several languages, as an administrator keeps them and a sender chooses among them.</summary>
public sealed class OptInLanguageTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Address = "/api/v1/opt-in-template";

    [Fact]
    public async Task A_language_is_added_becomes_the_default_and_gives_way_again()
    {
        var gus = await As(Cast.ForeignAdministrator);
        var before = (await gus.Get(Address)).Is(HttpStatusCode.OK).Json;
        Assert.True((bool)before["languages"]![0]!["is_default"]!);

        var added = (await gus.Put(Address, Words("nl"))).Is(HttpStatusCode.OK).Json;
        Assert.Equal((string?)before["words"]!["body"], (string?)added["words"]!["body"]);
        Assert.Equal("Graag", (string?)In(added, "nl")["words"]!["accept"]);
        await Approved(gus, "nl");

        var changed = (await gus.Call(HttpMethod.Put, $"{Address}/nl/default")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("nl", "nl"), ((string?)changed["words"]!["language"], (string?)changed["template"]!["language"]));
        Assert.True((bool)In(changed, "nl")["is_default"]!);
        (await gus.Call(HttpMethod.Delete, $"{Address}/nl")).IsProblem(400, "invalid_request");

        (await gus.Call(HttpMethod.Put, $"{Address}/en_US/default")).Is(HttpStatusCode.OK);
        var removed = (await gus.Call(HttpMethod.Delete, $"{Address}/nl")).Is(HttpStatusCode.OK).Json;
        Assert.DoesNotContain(removed["languages"]!.AsArray(), language => (string?)language!["language"] == "nl");
    }

    [Fact]
    public async Task What_a_reviewer_said_stands_beside_the_language_and_the_approved_version_with_it()
    {
        var gus = await As(Cast.ForeignAdministrator);
        (await gus.Put(Address, Words("it"))).Is(HttpStatusCode.OK);
        var approved = await Approved(gus, "it");
        var next = $"opt_in_request_{(await Newest(gus)) + 1}";
        var verdict = new { @event = "REJECTED", reason = "ABUSIVE_CONTENT" };
        (await Product.Simulator().Put($"/control/templates/verdicts/{next}", verdict)).Response.EnsureSuccessStatusCode();

        (await gus.Put(Address, Words("it") with { Body = "Buongiorno {{1}}, possiamo scrivervi qui dei vostri affari?" })).Is(HttpStatusCode.OK);

        var told = await Eventually.Get("the verdict", async () =>
            In((await gus.Get(Address)).Json, "it") is var italian && (string?)italian["newest"]!["status"] == "rejected" ? italian : null);
        Assert.Equal("ABUSIVE_CONTENT", (string?)told["newest"]!["rejected_reason"]);
        Assert.Equal((string?)approved["template"]!["name"], (string?)told["template"]!["name"]);
        Assert.Equal("Buongiorno {{1}}, possiamo scrivervi qui dei vostri affari?", (string?)told["words"]!["body"]);
    }

    [Fact]
    public async Task A_language_that_is_not_there_is_told_so()
    {
        var gus = await As(Cast.ForeignAdministrator);
        (await gus.Call(HttpMethod.Put, $"{Address}/tr/default")).IsProblem(404, "not_found");
        (await gus.Call(HttpMethod.Delete, $"{Address}/tr")).IsProblem(404, "not_found");
        (await gus.Call(HttpMethod.Put, $"{Address}/turkish/default")).IsProblem(400, "invalid_request");
        (await gus.Call(HttpMethod.Delete, $"{Address}/turkish")).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task A_sender_chooses_the_language_and_the_evidence_says_which_it_was()
    {
        var ada = await As(Cast.Administrator);
        (await ada.Put(Address, Words("de"))).Is(HttpStatusCode.OK);
        await Approved(ada, "de");
        var ann = await As(Cast.Ann);
        var contact = await NewContact();

        (await ann.Post($"{contact.Thread}/opt-in", new { basis = "form", language = "tr" }, NewKey())).IsProblem(400, "invalid_request");
        var body = new { channel = "whatsapp", text = "Hello", opt_in = new { basis = "form", language = "de" } };
        (await ann.Post($"{contact.Thread}/messages", body, NewKey())).Is(HttpStatusCode.Accepted);

        var asked = (await ann.Get($"{contact.Thread}/opt-in")).Is(HttpStatusCode.OK).Json[0]!;
        Assert.Equal("de", (string?)asked["language"]);
        Assert.StartsWith("opt_in_request_", (string?)asked["template"], StringComparison.Ordinal);
        Assert.Equal("de", (string?)(await ann.Get($"{contact.Thread}/session")).Json["asked_in"]);
    }

    private static OptInBody Words(string language) => new(language, "Goedendag {{1}}, {{2}} wil u graag hier over uw zaken met ons schrijven. Vindt u dat goed?", "Graag", "Liever niet");

    private static JsonNode In(JsonNode answer, string language) =>
        answer["languages"]!.AsArray().Single(held => (string?)held!["language"] == language)!;

    private static Task<JsonNode> Approved(HttpClient administrator, string language) => Eventually.Get($"the approval of {language}", async () =>
        In((await administrator.Get(Address)).Json, language) is var held && (string?)held["template"]!["status"] == "approved" ? held : null);

    private static async Task<int> Newest(HttpClient administrator) => (await administrator.Get(Address)).Json["languages"]!.AsArray()
        .Max(held => int.Parse(((string)held!["newest"]!["name"]!)["opt_in_request_".Length..], null));

    private sealed record OptInBody(string Language, string Body, string Accept, string Decline);
}
