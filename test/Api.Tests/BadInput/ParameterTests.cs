using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>Addresses that make no sense.</summary>
public sealed class ParameterTests(RestingProduct resting) : BadInputTests(resting)
{
    private const string Threads = "/api/v1/lines/sales/threads";
    private const string Contacts = "/api/v1/contacts";

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("limit=1.5")]
    [InlineData("limit=99999999999")]
    [InlineData("limit=1&limit=2")]
    [InlineData("unread=maybe")]
    public async Task A_parameter_of_the_wrong_form_is_named(string query)
    {
        var answer = (await (await As(Cast.Ann)).Get($"{Threads}?{query}")).IsProblem(400, "invalid_request");
        Assert.Contains($"“{query.Split('=')[0]}”", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Threads, "zz")]
    [InlineData(Threads, "abc")]
    [InlineData(Threads, "")]
    [InlineData(Threads, "%00")]
    [InlineData(Threads, "%FF")]
    // A time that no clock shows.
    [InlineData(Threads, "7468726561647300393232333337323033363835343737353830370061")]
    [InlineData(Contacts, "zz")]
    // Not UTF-8.
    [InlineData(Contacts, "636f6e746163747300ff0061")]
    public async Task A_cursor_that_no_page_had_is_refused_and_not_taken_for_the_beginning(string list, string cursor)
    {
        var answer = (await (await As(Cast.Ann)).Get($"{list}?cursor={cursor}")).IsProblem(400, "invalid_request");
        Assert.Contains("“cursor”", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_one_list_is_refused_by_another()
    {
        var ann = await As(Cast.Ann);
        var threads = (string)(await ann.Get($"{Threads}?limit=1")).Is(HttpStatusCode.OK).Json["next"]!;
        var contacts = (string)(await ann.Get($"{Contacts}?limit=1")).Is(HttpStatusCode.OK).Json["next"]!;

        (await ann.Get($"{Threads}?cursor={contacts}")).IsProblem(400, "invalid_request");
        (await ann.Get($"{Contacts}?cursor={threads}")).IsProblem(400, "invalid_request");
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("9223372036854775808")]
    [InlineData("first")]
    [InlineData("1.5")]
    [InlineData("0x10")]
    public async Task A_place_that_there_can_not_be_is_refused_wherever_a_page_may_begin(string place)
    {
        foreach (var (actor, address, name) in ((Actor, string, string)[])
        [
            (Cast.Ann, $"{Resting.Maria.Thread}/messages", "before"),
            (Cast.Compliance, $"{Resting.Maria.Thread}/log", "after"),
            (Cast.Compliance, "/api/v1/archive", "after"),
            (Cast.Operator, "/api/v1/raw-inbox", "before"),
            (Cast.Ann, "/api/v1/lines/sales/events", "after"),
        ])
        {
            var answer = (await (await As(actor)).Get($"{address}?{name}={place}")).IsProblem(400, "invalid_request");
            Assert.Contains($"“{name}”", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    [InlineData(long.MaxValue)]
    public Task A_place_that_the_thread_does_not_have_is_not_marked_as_read(long place) =>
        Refused(400, "invalid_request", () => Call(Cast.Ann, HttpMethod.Post, $"{Resting.Maria.Thread}/read", Json($$"""{"place":{{place}}}""")));

    [Theory]
    [InlineData("0151 23456789")]
    [InlineData("+0151 23456789")]
    [InlineData("+49")]
    [InlineData("+49 3090")]
    [InlineData("+49151234567890123")]
    [InlineData("+49 CALL ME")]
    [InlineData("+49 (0) 30 901820")]
    [InlineData("+49 30 901820;ext=7")]
    [InlineData("++49 30 901820")]
    [InlineData("+4930901820\\u0000")]
    [InlineData("+\\u0664\\u0669 30 901820")]
    [InlineData("tel:+4930901820")]
    [InlineData("DE.13491208655302741918")]
    [InlineData("maria@example.org")]
    [InlineData("null")]
    [InlineData("")]
    public Task What_is_no_international_number_is_refused(string phone) =>
        Refused(400, "invalid_request", () => Call(Cast.Ann, HttpMethod.Post, Contacts, Json($$"""{"phone":"{{phone}}","name":"Maria"}""")));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\\nlines")]
    [InlineData("U+0000: \\u0000")]
    [InlineData("half a character: \\ud83d")]
    [InlineData("long")]
    public Task A_name_that_can_not_be_read_on_one_line_is_refused(string name)
    {
        var given = name == "long" ? new string('x', 201) : name;
        return Refused(400, "invalid_request",
        [
            new("A new contact", () => Call(Cast.Ann, HttpMethod.Post, Contacts, Json($$"""{"phone":"+49 30 901820","name":"{{given}}"}"""))),
            new("A contact", () => Call(Cast.Ann, HttpMethod.Patch, $"{Contacts}/{Resting.Maria.Id}", Json($$"""{"name":"{{given}}"}"""))),
        ]);
    }

    [Theory]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/api/v2/me")]
    [InlineData("/webhooks/pigeon")]
    [InlineData("/api/v1/lines/sales/threads/%FF/messages")]
    [InlineData("/api/v1/lines/sa%2Fles/threads")]
    [InlineData("/api/v1/lines/%2E%2E/threads")]
    [InlineData("/api/v1/raw-inbox/first")]
    [InlineData("/api/v1/raw-inbox/99999999999999999999")]
    public Task An_unknown_address_is_not_found(string path) =>
        Refused(404, "not_found", () => Call(Cast.Ann, HttpMethod.Get, path));

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_told_with_those_that_it_knows()
    {
        var answer = (await Call(Cast.Ann, HttpMethod.Delete, "/api/v1/me")).IsProblem(405, "invalid_request");
        Assert.Equal("GET", answer.Header("Allow"));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var answer = (await Call(Cast.Ann, HttpMethod.Post, Contacts, Json("""{"name":"Nobody"}"""))).IsProblem(400, "invalid_request");
        Assert.Contains("phone", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }
}
