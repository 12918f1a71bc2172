using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.Numbers;

public sealed class NumberTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Numbers = "/api/v1/numbers";
    private const string Account = $"/api/v1/accounts/{Cast.SouthAccount}";

    [Fact]
    public async Task Administrators_and_operators_read_what_Meta_last_said_of_account_and_numbers()
    {
        await Tell("account_update", """{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING","expiration":4000000000}]}""");
        await Tell("account_alerts", """{"alert_type":"OBA_REJECTED","alert_severity":"WARNING","alert_description":"Not notable"}""");
        await Tell("phone_number_quality_update", """{"display_phone_number":"49405550102","event":"UPGRADE","max_daily_conversations_per_business":"TIER_2K"}""");
        await Tell("phone_number_name_update", """{"display_phone_number":"49999","decision":"REJECTED","rejection_reason":"NAME_EMPLOYEE_ISSUE"}""");

        var seen = (await (await As(Cast.ForeignAdministrator)).Get(Numbers)).Is(HttpStatusCode.OK).Json;

        Assert.Equal(("southwind", Cast.SouthAccount), ((string)seen["organization"]!, (string)seen["account"]!["id"]!));
        var restriction = Fact(seen["account"]!, "restriction");
        Assert.Equal("RESTRICTED_BIZ_INITIATED_MESSAGING", (string)restriction["says"]!);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(4_000_000_000), DateTimeOffset.Parse((string)restriction["until"]!, provider: null));
        Assert.False((bool)restriction["ended"]!);
        Assert.Contains(seen["account"]!["recent"]!.AsArray(), alert => (string)alert!["says"]! == "OBA_REJECTED" && (string)alert["severity"]! == "WARNING");
        var numbers = seen["numbers"]!.AsArray();
        var harbour = Assert.Single(numbers, number => (string?)number!["line"] == "harbour")!;
        Assert.Equal(("TIER_2K", Cast.HarbourNumber), ((string)Fact(harbour, "limit")["says"]!, (string)harbour["id"]!));
        var stranger = Assert.Single(numbers, number => number!["line"] is null)!;
        Assert.Equal(("+49999", "NAME_EMPLOYEE_ISSUE"), ((string)stranger["display"]!, (string)Fact(stranger, "name")["reason"]!));

        var operated = (await (await As(Cast.Operator)).Get(Account)).Is(HttpStatusCode.OK);
        Assert.Equal(seen.ToJsonString(), operated.Json.ToJsonString());
    }

    [Fact]
    public async Task A_restriction_that_is_over_says_so()
    {
        await Tell("account_update", """{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_ADD_PHONE_NUMBER_ACTION","expiration":1700000000}]}""", Cast.NorthAccount);

        var seen = (await (await As(Cast.Administrator)).Get(Numbers)).Is(HttpStatusCode.OK).Json;

        Assert.True((bool)Fact(seen["account"]!, "restriction")["ended"]!);
    }

    [Fact]
    public async Task Every_number_of_the_organisation_is_there_before_anything_was_said_of_it()
    {
        var numbers = (await (await As(Cast.Administrator)).Get(Numbers)).Is(HttpStatusCode.OK).Json["numbers"]!.AsArray();

        Assert.Equal([("sales", Cast.SalesNumber), ("support", Cast.SupportNumber)], numbers.Select(number => ((string)number!["line"]!, (string)number["id"]!)));
        Assert.All(numbers, number => Assert.Empty(number!["facts"]!.AsArray()));
    }

    [Fact]
    public async Task A_number_that_pauses_says_since_when_and_why_and_goes_on_when_an_administrator_says_so()
    {
        var ada = await As(Cast.Administrator);
        var contact = await ContactWhoWrote();
        (await Product.Simulator().Post("/control/faults", new { kind = "refuse", code = 190, httpStatus = 401 })).Is(HttpStatusCode.OK);
        var id = (string)(await Send(Cast.Ann, contact, new { channel = "whatsapp", text = "Hello" })).Is(HttpStatusCode.Accepted).Json["message_id"]!;

        var paused = await Eventually.Get("a pause", async () => await Sending(ada) is { } sending && (bool)sending["paused"]! ? sending : null);
        Assert.Equal(190, (int)paused["provider_code"]!);
        Assert.Equal(
            DateTimeOffset.Parse((string)paused["since"]!, provider: null).AddMinutes(5), DateTimeOffset.Parse((string)paused["tried_again_at"]!, provider: null));

        (await ada.Post($"{Numbers}/{Cast.SalesNumber}/resume")).Is(HttpStatusCode.NoContent);
        await MessageWhen(contact, id, "delivered", "read");
        Assert.False((bool)(await Sending(ada))["paused"]!);
    }

    [Fact]
    public async Task The_numbers_of_others_do_not_go_on() =>
        (await (await As(Cast.ForeignAdministrator)).Post($"{Numbers}/{Cast.SalesNumber}/resume")).IsProblem(404, "not_found");

    private static async Task<JsonNode> Sending(HttpClient administrator) =>
        Assert.Single(
            (await administrator.Get(Numbers)).Is(HttpStatusCode.OK).Json["numbers"]!.AsArray(), number => (string?)number!["id"] == Cast.SalesNumber)!["sending"]!;

    [Fact]
    public async Task An_account_that_nobody_has_is_not_found() =>
        (await (await As(Cast.Operator)).Get("/api/v1/accounts/777")).IsProblem(404, "not_found");

    private async Task Tell(string field, string value, string account = Cast.SouthAccount)
    {
        var entry = new JsonObject
        {
            ["id"] = account,
            ["time"] = 1_900_000_000,
            ["changes"] = new JsonArray(new JsonObject { ["field"] = field, ["value"] = JsonNode.Parse(value) }),
        };
        var body = new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) };
        (await SignedWebhook.Post(Anonymous(), Encoding.UTF8.GetBytes(body.ToJsonString()))).Is(HttpStatusCode.OK);
    }

    private static JsonNode Fact(JsonNode told, string kind) => Assert.Single(told["facts"]!.AsArray(), fact => (string)fact!["kind"]! == kind)!;
}
