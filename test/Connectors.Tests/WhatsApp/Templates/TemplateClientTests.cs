using System.Text.Json.Nodes;
using MultiLine.Connectors.Tests.Support;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Templates;

namespace MultiLine.Connectors.Tests.WhatsApp.Templates;

public sealed class TemplateClientTests
{
    private const string Waba = "419561257915477";

    private static readonly TemplateDraft OptIn = new("optin_request", "en_US", "UTILITY",
    [
        TemplateComponent.Header("{{1}}", "Example Bank"),
        TemplateComponent.Body("Hello {{1}}, may {{2}} write to you here?", "Jane", "Example Bank"),
        TemplateComponent.Footer("Messages are recorded."),
        TemplateComponent.QuickReplies("Accept", "Decline"),
    ]);

    [Fact]
    public async Task All_pages_are_read()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, Page("1", "after/1"));
        graph.Answer(200, Page("2", "after/2"));
        graph.Answer(200, """{"data":[],"paging":{"cursors":{"before":"after/2","after":"after/2"}}}""");

        var templates = Succeeded(await connector.Templates.ListAsync(Waba, CancellationToken.None));

        Assert.Equal(["1", "2"], templates.Select(template => template.Id));
        Assert.Equal(3, graph.Received.Count);
        Assert.StartsWith($"/v25.0/{Waba}/message_templates?fields=", graph.Received[0].Path, StringComparison.Ordinal);
        Assert.DoesNotContain("&after=", graph.Received[0].Path, StringComparison.Ordinal);
        Assert.EndsWith("&after=after%2F1", graph.Received[1].Path, StringComparison.Ordinal);
        Assert.All(graph.Received, request => Assert.Equal($"Bearer {Connector.Token}", request.Authorization));
    }

    [Fact]
    public async Task A_cursor_that_comes_again_ends_the_list()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, Page("1", "same"));
        graph.Answer(200, Page("2", "same"));

        Assert.Equal(2, Succeeded(await connector.Templates.ListAsync(Waba, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_page_that_fails_fails_the_list()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, Page("1", "next"));
        graph.AnswerError(400, 80007, "slow down");

        Assert.Equal(
            new TemplateFailure<IReadOnlyList<MessageTemplate>>(GraphHandling.TryAgain, new GraphError(80007, "slow down")),
            await connector.Templates.ListAsync(Waba, CancellationToken.None));
    }

    [Fact]
    public async Task A_template_is_read_with_all_its_parts()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """
            {"id":"9","name":"promo","language":"en_US","status":"REJECTED","category":"MARKETING","previous_category":"UTILITY",
             "rejected_reason":"INVALID_FORMAT","quality_score":{"score":"GREEN","date":1},"parameter_format":"NAMED","components":[
             {"type":"HEADER","format":"TEXT","text":"Fall Sale"},
             {"type":"BODY","text":"Hi {{name}}","example":{"body_text_named_params":[{"param_name":"name","example":"Mark"}]}},
             {"type":"BUTTONS","buttons":[{"type":"URL","text":"Shop","url":"https://example.com"},{"type":"QUICK_REPLY","text":"Stop"}]}]}
            """);

        var template = Succeeded(await connector.Templates.GetAsync("9", CancellationToken.None));

        Assert.Equal(("9", "promo", "en_US", "REJECTED"), (template.Id, template.Name, template.Language, template.Status));
        Assert.Equal(("MARKETING", "UTILITY", "INVALID_FORMAT"), (template.Category, template.PreviousCategory, template.RejectedReason));
        Assert.Equal(("GREEN", "NAMED"), (template.QualityScore?.Score, template.ParameterFormat));
        Assert.Equal(("HEADER", "TEXT", "Fall Sale"), (template.Components[0].Type, template.Components[0].Format, template.Components[0].Text));
        Assert.Equal(new NamedExample("name", "Mark"), Assert.Single(template.Components[1].Example!.BodyTextNamedParams!));
        Assert.Equal("https://example.com", template.Components[2].Buttons![0].Url);
        Assert.Equal(("QUICK_REPLY", "Stop"), (template.Components[2].Buttons![1].Type, template.Components[2].Buttons![1].Text));
    }

    [Fact]
    public async Task A_template_is_submitted_as_Meta_has_it()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """{"id":"1689556908129832","status":"PENDING","category":"UTILITY"}""");

        var submitted = Succeeded(await connector.Templates.CreateAsync(Waba, OptIn, CancellationToken.None));

        Assert.Equal(("1689556908129832", "PENDING", "UTILITY"), (submitted.Id, submitted.Status, submitted.Category));
        var request = Assert.Single(graph.Received);
        Assert.Equal(("POST", $"/v25.0/{Waba}/message_templates"), (request.Method, request.Path));
        AssertSameJson("""
            {"name":"optin_request","language":"en_US","category":"UTILITY","parameter_format":"POSITIONAL","components":[
             {"type":"HEADER","format":"TEXT","text":"{{1}}","example":{"header_text":["Example Bank"]}},
             {"type":"BODY","text":"Hello {{1}}, may {{2}} write to you here?","example":{"body_text":[["Jane","Example Bank"]]}},
             {"type":"FOOTER","text":"Messages are recorded."},
             {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Accept"},{"type":"QUICK_REPLY","text":"Decline"}]}]}
            """, request.Json);
    }

    [Fact]
    public async Task A_template_that_Meta_finds_wrong_comes_back_with_its_words_for_people()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(400, """
            {"error":{"message":"Invalid parameter","type":"OAuthException","code":2388299,"is_transient":false,
             "error_user_title":"Variables can't be at the start or end","error_user_msg":"Put text around the variable."}}
            """);

        var failure = Assert.IsType<TemplateFailure<SubmittedTemplate>>(
            await connector.Templates.CreateAsync(Waba, OptIn, CancellationToken.None));

        Assert.Equal(GraphHandling.TemplateProblem, failure.Handling);
        Assert.Equal("Variables can't be at the start or end", failure.Error?.UserTitle);
        Assert.Equal("Put text around the variable.", failure.Error?.UserMessage);
    }

    [Fact]
    public async Task A_submission_whose_reply_was_lost_is_unknown()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.LoseReply();

        Assert.Equal(
            new TemplateFailure<SubmittedTemplate>(GraphHandling.Unknown, Error: null),
            await connector.Templates.CreateAsync(Waba, OptIn, CancellationToken.None));
        Assert.Single(graph.Received);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null}""")]
    [InlineData("<html>")]
    public async Task A_reply_without_the_templates_id_is_unknown(string reply)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, reply);

        Assert.Equal(
            new TemplateFailure<SubmittedTemplate>(GraphHandling.Unknown, Error: null),
            await connector.Templates.CreateAsync(Waba, OptIn, CancellationToken.None));
    }

    [Fact]
    public async Task An_edit_gives_back_what_it_does_not_change()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """
            {"id":"9","name":"promo","language":"en","status":"APPROVED","components":[{"type":"BODY","text":"Hi","add_security_recommendation":true},
             {"type":"BUTTONS","buttons":[{"type":"URL","text":"Shop","url":"https://example.com"}]}]}
            """);
        graph.Answer(200, """{"success":true}""");
        var template = Succeeded(await connector.Templates.GetAsync("9", CancellationToken.None));

        Assert.True(Succeeded(await connector.Templates.EditAsync("9", template.Components, "UTILITY", CancellationToken.None)));

        Assert.Equal(("POST", "/v25.0/9"), (graph.Received[1].Method, graph.Received[1].Path));
        AssertSameJson("""
            {"category":"UTILITY","components":[{"type":"BODY","text":"Hi","add_security_recommendation":true},
             {"type":"BUTTONS","buttons":[{"type":"URL","text":"Shop","url":"https://example.com"}]}]}
            """, graph.Received[1].Json);
    }

    [PayloadsFact]
    public async Task Metas_own_examples_of_templates_are_read()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, File.ReadAllText(Payloads.Files("facebook-openapi/waba_id_message_templates/get/response_200").Single()));
        graph.Answer(200, """{"data":[]}""");

        var templates = Succeeded(await connector.Templates.ListAsync(Waba, CancellationToken.None));

        Assert.Equal(["hello_world", "2023_april_promo"], templates.Select(template => template.Name));
        Assert.Equal([3, 4], templates.Select(template => template.Components.Count));
    }

    private static T Succeeded<T>(TemplateResult<T> result) => Assert.IsType<TemplateSuccess<T>>(result).Value;

    private static void AssertSameJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    private static string Page(string id, string after) => $$$"""
        {"data":[{"id":"{{{id}}}","name":"n","language":"en","status":"APPROVED","components":[]}],"paging":{"cursors":{"after":"{{{after}}}"} } }
        """;
}
