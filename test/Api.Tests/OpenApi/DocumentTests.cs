using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.OpenApi;

/// <summary>The document is what integrating developers read first, so it may not have holes.</summary>
public sealed class DocumentTests(SharedProduct shared) : ProductTests(shared)
{
    private static readonly HashSet<string> WithoutSession =
        ["/webhooks/whatsapp", "/webhooks/sms", "/webhooks/sms/status", "/health/live", "/health/ready", "/api/v1/sign-in", "/api/v1/sign-out"];

    [Fact]
    public async Task Every_operation_has_a_summary_a_tag_and_success() => Assert.All(await Operations(), operation =>
    {
        Assert.False(string.IsNullOrWhiteSpace((string?)operation.Node["summary"]), $"{operation} has no summary.");
        Assert.NotEmpty(operation.Node["tags"]!.AsArray());
        Assert.Contains(operation.Node["responses"]!.AsObject(), response => response.Key.StartsWith('2'));
    });

    [Fact]
    public async Task Every_operation_names_the_session_that_it_needs() => Assert.All(await Operations(), operation =>
    {
        var schemes = operation.Node["security"]?.AsArray().SelectMany(requirement => requirement!.AsObject().Select(scheme => scheme.Key)) ?? [];
        Assert.Equal(WithoutSession.Contains(operation.Path) ? [] : ["bearer", "cookie"], schemes);
    });

    [Fact]
    public async Task Every_refusal_is_a_problem_document() => Assert.All(await Operations(), operation =>
    {
        var refusals = operation.Node["responses"]!.AsObject().Where(response => response.Key[0] is '4' or '5').ToList();
        Assert.Contains(refusals, refusal => refusal.Key == "503");
        Assert.All(refusals, refusal => Assert.Equal(
            "#/components/schemas/Problem", (string?)refusal.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"]));
    });

    [Fact]
    public async Task Bodies_take_no_properties_that_they_do_not_name()
    {
        var document = await Document();
        foreach (var operation in (await Operations()).Where(operation => operation.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            if ((string?)operation.Node["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"] is { } reference)
            {
                var schema = document["components"]!["schemas"]![reference.Split('/')[^1]]!;
                Assert.False((bool?)schema["additionalProperties"] ?? true, $"{reference} takes anything.");
            }
        }
    }

    [Fact]
    public async Task Names_are_in_snake_case()
    {
        var schemas = (await Document())["components"]!["schemas"]!.AsObject();
        var names = schemas.SelectMany(schema => schema.Value!["properties"]?.AsObject().Select(property => property.Key) ?? []);
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9_]*$", name));
    }

    [Fact]
    public async Task Sending_requires_the_idempotency_key()
    {
        var send = (await Operations()).Single(operation => operation.ToString() == "post /api/v1/lines/{line}/threads/{contact}/messages").Node;
        var header = send["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == "Idempotency-Key")!;
        Assert.True((bool)header["required"]!);
        Assert.False(string.IsNullOrWhiteSpace((string?)header["description"]));
    }

    [Fact]
    public async Task A_parameter_that_is_a_word_of_a_closed_list_names_the_words()
    {
        var threads = (await Operations()).Single(operation => operation.ToString() == "get /api/v1/lines/{line}/threads").Node;
        var channel = threads["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == "channel")!;
        Assert.Equal(["whatsapp", "sms", "voice"], channel["schema"]!["enum"]!.AsArray().Select(word => (string)word!));
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task The_server_says_how_it_is(string path, string status) =>
        Assert.Equal(status, (string?)(await Anonymous().Get(path)).Is(HttpStatusCode.OK).Json["status"]);

    private async Task<JsonNode> Document() => (await Anonymous().Get("/openapi/v1.json")).Is(HttpStatusCode.OK).Json;

    private async Task<List<Operation>> Operations() =>
    [
        .. (await Document())["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Select(operation => new Operation(operation.Key, path.Key, operation.Value!))),
    ];

    private sealed record Operation(string Method, string Path, JsonNode Node)
    {
        public override string ToString() => $"{Method} {Path}";
    }
}
