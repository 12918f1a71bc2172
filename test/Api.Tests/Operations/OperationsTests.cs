using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.Operations;

public sealed class OperationsTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Operations = "/api/v1/operations";

    [Fact]
    public async Task Operators_see_what_goes_through_and_how_long_it_takes()
    {
        var before = await Reported();
        var contact = await ContactWhoWrote();
        var sent = (string)(await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Hello" })).Is(HttpStatusCode.Accepted).Json["message_id"]!;
        await MessageWhen(contact, sent, "delivered");

        var now = await When("the message among the figures", seen => Grown("received") && Grown("accepted") && Grown("sent") && Grown("delivered") && Grown("webhook_taken"), before);

        bool Grown(string what) => Count(_seen!, what) > Count(before, what);
        foreach (var what in (string[])["webhook", "sending", "provider_call"])
        {
            var latency = now["latency"]![what]!;
            Assert.True((long)latency["count"]! > 0, $"{what} was never timed.");
            Assert.True((double)latency["p50_ms"]! <= (double)latency["p95_ms"]! && (double)latency["p95_ms"]! <= (double)latency["p99_ms"]!);
        }

        var history = now["history"]!.AsArray();
        Assert.Equal(91, history.Count);
        Assert.Equal(10, (int)now["interval_seconds"]!);
        Assert.True(history.Sum(interval => (long)interval!["throughput"]!["sent"]!) > 0);
        Assert.True(history.Sum(interval => (long)interval!["sending"]!["count"]!) > 0);
        Assert.True(Time(now["since"]!) < Time(now["at"]!));
    }

    [Fact]
    public async Task The_history_is_read_from_where_the_page_has_it()
    {
        var all = (await Reported())["history"]!.AsArray();
        var from = (string)all[^3]!["at"]!;

        var rest = (await Read($"?from={Uri.EscapeDataString(from)}"))["history"]!.AsArray();

        Assert.Equal(from, (string)rest[0]!["at"]!);
        Assert.InRange(rest.Count, 3, 10);
        var otto = await As(Cast.Operator);
        var refused = (await otto.Get($"{Operations}?from=yesterday")).IsProblem(400, "invalid_request");
        Assert.Contains("“from”", (string)refused.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operators_are_told_of_a_dashboard_where_there_is_one_and_nobody_else_is()
    {
        var operatorsClient = await As(Cast.Operator);
        var page = await (await operatorsClient.GetAsync(new Uri("/operations/dashboard/", UriKind.Relative))).Content.ReadAsStringAsync();
        var isThere = page.Contains("Orleans Dashboard", StringComparison.Ordinal);

        Assert.Equal(isThere, (bool)(await operatorsClient.Get("/api/v1/me")).Json["dashboard"]!);
        Assert.False((bool)(await (await As(Cast.Administrator)).Get("/api/v1/me")).Json["dashboard"]!);
    }

    [Fact]
    public async Task An_error_of_the_provider_is_shown_by_its_code()
    {
        var contact = await ContactWhoWrote();
        (await Product.Simulator().Post("/control/faults", new { kind = "refuse", code = 131051, httpStatus = 400 })).Is(HttpStatusCode.OK);
        var id = (string)(await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Hello" })).Is(HttpStatusCode.Accepted).Json["message_id"]!;
        await MessageWhen(contact, id, "failed");

        var now = await When("the error", seen => Error(seen) is not null, await Reported());

        var error = Error(now)!;
        Assert.Equal(("whatsapp", "refused"), ((string)error["channel"]!, (string)error["kind"]!));
        Assert.True((long)error["count"]! >= 1);
        Assert.InRange(Time(error["last_at"]!), Time(now["since"]!), Time(now["at"]!));

        static JsonNode? Error(JsonNode seen) => seen["provider_errors"]!.AsArray().FirstOrDefault(error => (int?)error!["code"] == 131051);
    }

    [Fact]
    public async Task The_silo_and_the_grains_in_it_are_shown_by_the_same_name()
    {
        var now = await Reported();

        var silo = Assert.Single(now["silos"]!.AsArray())!;
        Assert.Equal("active", (string)silo["status"]!);
        Assert.Equal(Count(now, "received"), (long)silo["throughput"]!["received"]!);
        Assert.True((int)silo["activations"]! > 0);
        var grains = now["grains"]!.AsArray();
        Assert.All(grains, grain => Assert.Equal((string)silo["silo"]!, (string)grain!["silo"]!));
        Assert.Contains(grains, grain => (string)grain!["type"]! == "OrganizationGrain" && (int)grain["activations"]! > 0);
    }

    [Fact]
    public async Task What_belongs_to_nobody_is_counted()
    {
        var before = (long)(await Read())["raw_inbox"]!["open"]!;
        (await SignedWebhook.Post(Anonymous(), Encoding.UTF8.GetBytes($"no JSON {NewKey()}"))).Is(HttpStatusCode.OK);

        Assert.Equal(before + 1, (long)(await Read())["raw_inbox"]!["open"]!);
    }

    [Fact]
    public async Task Every_part_is_there_and_nothing_is_late_in_a_product_that_is_well()
    {
        var now = await Reported();

        Assert.All(now.AsObject(), part => Assert.NotNull(part.Value));
        Assert.Equal(["archive", "inbox"], now["followers"]!.AsArray().Select(follower => (string)follower!["kind"]!));
        Assert.Equal(0, (int)now["dead_letters"]!["count"]!);
        var otto = await As(Cast.Operator);
        Assert.Empty((await otto.Get("/api/v1/dead-letters")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
        (await otto.Post("/api/v1/dead-letters/none/retry")).IsProblem(404, "not_found");
        (await otto.Get("/api/v1/dead-letters?limit=0")).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task The_document_says_exactly_what_is_answered()
    {
        var document = (await Anonymous().Get("/openapi/v1.json")).Is(HttpStatusCode.OK).Json;
        var schemas = document["components"]!["schemas"]!;

        Same("OperationsView", await Reported());

        void Same(string name, JsonNode answered)
        {
            var schema = schemas[name]!;
            var properties = schema["properties"]!.AsObject();
            Assert.Equal(properties.Select(property => property.Key).Order(), answered.AsObject().Select(property => property.Key).Order());
            Assert.Equal(properties.Select(property => property.Key).Order(), schema["required"]!.AsArray().Select(required => (string)required!).Order());
            foreach (var (property, value) in answered.AsObject())
            {
                if (value is JsonObject && Reference(properties[property]!) is { } reference)
                {
                    Same(reference, value);
                }
                else if (value is JsonArray { Count: > 0 } items && properties[property]!["items"] is { } of && Reference(of) is { } item)
                {
                    Same(item, items[^1]!);
                }
            }
        }

        static string? Reference(JsonNode schema) =>
            ((string?)schema["$ref"] ?? (string?)schema["oneOf"]?.AsArray().FirstOrDefault(one => one!["$ref"] is not null)?["$ref"])?.Split('/')[^1];
    }

    private JsonNode? _seen;

    /// <summary>The product when it looks like this.</summary>
    private Task<JsonNode> When(string what, Func<JsonNode, bool> condition, JsonNode start) => Eventually.Get(what, async () =>
    {
        _seen = start;
        _seen = await Read();
        return condition(_seen) ? _seen : null;
    });

    /// <summary>The product when its silo has reported.</summary>
    private Task<JsonNode> Reported() => Eventually.Get("a report of the silo", async () =>
        await Read() is var seen && seen["since"] is not null && seen["silos"] is JsonArray ? seen : null);

    private async Task<JsonNode> Read(string query = "") =>
        (await (await As(Cast.Operator)).Get(Operations + query)).Is(HttpStatusCode.OK).Json;

    private static long Count(JsonNode seen, string what) => (long)seen["throughput"]![what]!;

    private static DateTimeOffset Time(JsonNode at) => DateTimeOffset.Parse((string)at!, provider: null);
}
