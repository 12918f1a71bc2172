using MultiLine.Connectors.Tests.Support;
using MultiLine.Connectors.WhatsApp.Accounts;

namespace MultiLine.Connectors.Tests.WhatsApp.Accounts;

public sealed class AccountClientTests
{
    private const string Account = "419561257915477";

    private static readonly AppCredentials App = new("188559381496048", "app secret");

    [Fact]
    public async Task The_app_is_asked_for_with_its_own_token_and_the_account_with_the_configured_one()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """{"id":"188559381496048","name":"Messages"}""");
        graph.Answer(200, $$"""{"id":"{{Account}}","name":"Example Bank","account_review_status":"APPROVED"}""");

        Assert.Equal(new App("188559381496048", "Messages"), (await connector.Accounts.ReadAppAsync(App, default)).Value);
        Assert.Equal("APPROVED", (await connector.Accounts.ReadAccountAsync(Account, default)).Value?.ReviewStatus);

        Assert.Equal(["Bearer 188559381496048|app secret", $"Bearer {Connector.Token}"], graph.Received.Select(request => request.Authorization));
        Assert.StartsWith("/v25.0/188559381496048?fields=", graph.Received[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_limited_to_accounts_only_where_Meta_names_them()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """
            {"data":{"app_id":"188559381496048","type":"SYSTEM_USER","is_valid":true,"expires_at":0,"scopes":["manage","send"],
             "granular_scopes":[{"scope":"manage"},{"scope":"send","target_ids":["1","2"]}]}}
            """);

        var token = (await connector.Accounts.ReadTokenAsync(App, default)).Value!;

        Assert.True(token.IsValid);
        Assert.Null(token.ExpiresAt);
        Assert.Equal(["manage", "send"], token.Scopes);
        Assert.Equal(["send"], token.Targets.Keys);
        Assert.Equal(["1", "2"], token.Targets["send"]);
    }

    [Fact]
    public async Task All_pages_of_a_list_are_read()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """{"data":[{"id":"1"}],"paging":{"cursors":{"after":"one"},"next":"https://graph.facebook.com/more"}}""");
        graph.Answer(200, """{"data":[{"id":"2"}],"paging":{"cursors":{"after":"two"}}}""");

        var numbers = (await connector.Accounts.ListNumbersAsync(Account, default)).Value!;

        Assert.Equal(["1", "2"], numbers.Select(number => number.Id));
        Assert.EndsWith("&after=one", graph.Received[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_fails_fails_the_list()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """{"data":[{"id":"1"}],"paging":{"cursors":{"after":"one"},"next":"https://graph.facebook.com/more"}}""");
        graph.AnswerError(400, 80007, "slow down");

        var numbers = await connector.Accounts.ListNumbersAsync(Account, default);

        Assert.Null(numbers.Value);
        Assert.Equal(("refused with code 80007: slow down", 80007), (numbers.Fault?.Words, numbers.Fault?.Error?.Code));
    }

    [Theory]
    [InlineData("""{"data":[{"about":"Hello","websites":["https://example.com"]}]}""")]
    [InlineData("""{"data":[{"business_profile":{"about":"Hello","websites":["https://example.com"]}}]}""")]
    public async Task A_profile_is_read_in_both_of_the_forms_that_Meta_shows(string reply)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, reply);

        var profile = (await connector.Accounts.ReadProfileAsync("106853218861309", default)).Value!;

        Assert.Equal("Hello", profile.About);
        Assert.Equal(["https://example.com"], profile.Websites);
    }

    [Fact]
    public async Task A_profile_is_put_in_place_of_the_one_before_and_what_it_has_not_is_told_as_empty()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """{"success":true}""");
        graph.AnswerError(400, 100, "no such thing");

        var profile = new BusinessProfile("Hello", null, "a@example.com", ["https://example.com"], PictureUrl: null) { Vertical = "FINANCE" };
        Assert.Null(await connector.Accounts.ChangeProfileAsync("106853218861309", profile, default));
        Assert.Equal(100, (await connector.Accounts.ChangeProfileAsync("106853218861309", profile with { Vertical = null }, default))?.Error?.Code);

        Assert.Equal(("POST", "/v25.0/106853218861309/whatsapp_business_profile"), (graph.Received[0].Method, graph.Received[0].Path));
        Assert.Equal(
            """{"messaging_product":"whatsapp","about":"Hello","address":"","description":"","email":"a@example.com","websites":["https://example.com"],"vertical":"FINANCE"}""",
            graph.Received[0].Body);
        Assert.Null(graph.Received[1].Json["vertical"]);
    }

    [Theory]
    [InlineData(200, "not JSON", "answered in a form that is not understood")]
    [InlineData(200, """{"name":"no id"}""", "answered in a form that is not understood")]
    [InlineData(502, "<html>", "answered with HTTP status 502 by something that is not the Graph API")]
    public async Task An_answer_that_can_not_be_read_is_said_to_be_one(int status, string body, string words)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(status, body);

        var app = await connector.Accounts.ReadAppAsync(App, default);

        Assert.Null(app.Value);
        Assert.Equal(new GraphFault(words, null), app.Fault);
        Assert.NotNull(app.ProviderTime);
    }

    [Fact]
    public async Task Who_can_not_be_reached_told_no_time()
    {
        await using var connector = new Connector(new Uri("http://127.0.0.1:1/"));

        Assert.Equal(
            new GraphReading<App> { Fault = new GraphFault("could not be reached in time", null) }, await connector.Accounts.ReadAppAsync(App, default));
    }
}
