using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Phones;

/// <summary>Contacts who change their number or stop marketing.</summary>
public sealed class IdentityTests
{
    private const string Phone = "+4915123456789";
    private const string NewPhone = "+4915199999999";

    [Fact]
    public async Task A_changed_number_is_told_with_the_new_BSUID_and_the_chat_goes_on()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { name = "Anna" });
        await simulator.WriteAsync(Phone, "Hi");
        var before = await simulator.GetControlAsync($"phones/{Phone}");

        var after = await simulator.ControlAsync($"phones/{Phone}/number", new { number = NewPhone });
        var told = await SystemMessageAsync(simulator);
        var update = await ValueAsync(simulator, "user_id_update");
        var answer = await simulator.SendAsync(Bodies.Text(NewPhone));
        await simulator.Business.Status(answer, "delivered");
        using var old = await simulator.Control.GetAsync($"phones/{Phone}");

        Assert.Equal("4915123456789", (string)told["from"]!);
        Assert.Equal("user_changed_number", (string)told["system"]!["type"]!);
        Assert.Equal("4915199999999", (string)told["system"]!["wa_id"]!);
        Assert.NotEqual((string)before["userId"]!, (string)after["userId"]!);
        Assert.Equal((string)before["userId"]!, (string)update["user_id_update"]![0]!["user_id"]!["previous"]!);
        Assert.Equal((string)after["userId"]!, (string)update["user_id_update"]![0]!["user_id"]!["current"]!);
        Assert.Equal(2, (await simulator.GetControlAsync($"phones/{NewPhone}/inbox")).AsArray().Count);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
    }

    [Fact]
    public async Task A_changed_number_that_is_withheld_is_told_by_user_id_only()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { username = "anna", phoneWithheld = true });
        await simulator.WriteAsync(Phone, "Hi");

        var after = await simulator.ControlAsync($"phones/{Phone}/number", new { number = NewPhone });
        var told = await SystemMessageAsync(simulator);
        await ValueAsync(simulator, "user_id_update");

        Assert.Equal("user_changed_user_id", (string)told["system"]!["type"]!);
        Assert.Equal((string)after["userId"]!, (string)told["system"]!["user_id"]!);
        Assert.All(
            simulator.Business.Taken,
            webhook =>
            {
                Assert.DoesNotContain("4915123456789", webhook.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("4915199999999", webhook.Text, StringComparison.Ordinal);
            }
        );
    }

    [PayloadsFact]
    public async Task A_changed_number_has_the_shape_of_Metas_example()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        await simulator.ControlAsync($"phones/{Phone}/number", new { number = NewPhone });

        var told = await SystemMessageAsync(simulator);

        var example = Payloads.Read("whatsapp_webhooks/post/request/system_message.json");
        var published = example["entry"]![0]!["changes"]![0]!["value"]!["messages"]![0]!.AsObject();
        Assert.Subset(told.AsObject().Select(member => member.Key).ToHashSet(), published.Select(member => member.Key).ToHashSet());
        Assert.Subset(
            told["system"]!.AsObject().Select(member => member.Key).ToHashSet(),
            published["system"]!.AsObject().Select(member => member.Key).ToHashSet()
        );
    }

    [Fact]
    public async Task Who_stops_marketing_gets_none_until_it_is_resumed()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(
            new
            {
                name = "offer",
                language = "en_US",
                category = "MARKETING",
                components = new[] { new { type = "BODY", text = "An offer." } },
            }
        );

        await simulator.ControlAsync($"phones/{Phone}/marketing", new { value = "stop" });
        var stopped = await ValueAsync(simulator, "user_preferences");
        var refused = await simulator.Business.Status(await simulator.SendAsync(Bodies.TemplateMessage(Phone, "offer")), "failed");
        await simulator.ControlAsync($"phones/{Phone}/marketing", new { value = "resume" });
        await simulator.Business.Status(await simulator.SendAsync(Bodies.TemplateMessage(Phone, "offer")), "delivered");

        Assert.Equal("stop", (string)stopped["user_preferences"]![0]!["value"]!);
        Assert.Equal("marketing_messages", (string)stopped["user_preferences"]![0]!["category"]!);
        Assert.Equal(131050, (int)refused["errors"]![0]!["code"]!);
    }

    [Theory]
    [InlineData(Phone, "number", """{"number":"abc"}""", HttpStatusCode.BadRequest)]
    [InlineData(Phone, "number", "{}", HttpStatusCode.BadRequest)]
    [InlineData(Phone, "number", """{"number":"+49 151 23456789"}""", HttpStatusCode.Conflict)]
    [InlineData(NewPhone, "number", """{"number":"+491511111111"}""", HttpStatusCode.NotFound)]
    [InlineData(Phone, "marketing", """{"value":"pause"}""", HttpStatusCode.BadRequest)]
    [InlineData(Phone, "marketing?numberId=1", """{"value":"stop"}""", HttpStatusCode.NotFound)]
    [InlineData(NewPhone, "marketing", """{"value":"stop"}""", HttpStatusCode.NotFound)]
    public async Task A_wrong_change_is_a_problem_and_changes_nothing(string phone, string change, string asked, HttpStatusCode status)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var before = await simulator.GetControlAsync("phones");

        using var body = new StringContent(asked, Encoding.UTF8, "application/json");
        using var reply = await simulator.Control.PostAsync($"phones/{phone}/{change}", body);

        Assert.Equal(status, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.True(JsonNode.DeepEquals(before, await simulator.GetControlAsync("phones")));
        Assert.Empty((await simulator.GetControlAsync("webhooks")).AsArray());
    }

    [Fact]
    public async Task A_new_installation_is_told_where_the_business_wishes_to_know()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { name = "Anna" });
        await simulator.WriteAsync(Phone, "Hi");

        await simulator.ControlAsync($"phones/{Phone}/reinstall", new { });
        await simulator.CallAsync(
            HttpMethod.Post,
            $"{RunningSimulator.NumberId}/settings",
            new { user_identity_change = new { enabled = true } }
        );
        await simulator.ControlAsync($"phones/{Phone}/reinstall", new { });
        var told = await SystemMessageAsync(simulator);
        await simulator.ControlAsync($"phones/{Phone}/reinstall", new { });
        await Eventually.Get(() => Task.FromResult(Systems().Count == 2 ? "both" : null), "second system message");

        Assert.Equal("customer_identity_changed", (string)told["system"]!["type"]!);
        Assert.False((bool)told["identity"]!["acknowledged"]!);
        Assert.Equal(2, Systems().Select(message => (string)message["identity"]!["hash"]!).Distinct().Count());

        List<JsonNode> Systems() =>
            [.. simulator.Business.Taken.SelectMany(webhook => webhook.Messages).Where(message => (string?)message["type"] == "system")];
    }

    private static async Task<JsonNode> SystemMessageAsync(RunningSimulator simulator)
    {
        var webhook = await simulator.Business.Webhook(webhook => webhook.Messages.Any(IsSystem), "a system message");
        return webhook.Messages.First(IsSystem);

        static bool IsSystem(JsonNode message) => (string?)message["type"] == "system";
    }

    private static async Task<JsonNode> ValueAsync(RunningSimulator simulator, string field)
    {
        var webhook = await simulator.Business.Webhook(webhook => webhook.Changes.Any(IsWanted), field);
        return webhook.Changes.First(IsWanted)["value"]!;

        bool IsWanted(JsonNode change) => (string?)change["field"] == field;
    }
}
