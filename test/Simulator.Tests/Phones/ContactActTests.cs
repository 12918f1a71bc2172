using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Phones;

/// <summary>What contacts do beside writing and tapping buttons.</summary>
public sealed class ContactActTests
{
    private const string Phone = "+4915123456789";

    public static TheoryData<string, string, string, string> Acts =>
        new()
        {
            {
                "location",
                """{"latitude":37.5,"longitude":-122.1,"name":"Café"}""",
                "location",
                """{"latitude":37.5,"longitude":-122.1,"name":"Café"}"""
            },
            {
                "contacts",
                """{"contacts":[{"name":{"formattedName":"Lucía Gómez"},"phones":[{"phone":"+1 983","waId":"1983","type":"MOBILE"}]}]}""",
                "contacts",
                """[{"name":{"formatted_name":"Lucía Gómez"},"phones":[{"phone":"+1 983","wa_id":"1983","type":"MOBILE"}]}]"""
            },
            {
                "order",
                """{"catalogId":"19","productItems":[{"productRetailerId":"di9","quantity":2,"itemPrice":30,"currency":"USD"}]}""",
                "order",
                """{"catalog_id":"19","text":"","product_items":[{"product_retailer_id":"di9","quantity":2,"item_price":30,"currency":"USD"}]}"""
            },
            {
                "list-reply",
                """{"id":"express","title":"Express","description":"Two days"}""",
                "interactive",
                """{"type":"list_reply","list_reply":{"id":"express","title":"Express","description":"Two days"}}"""
            },
            {
                "flow-reply",
                """{"responseJson":"{\"a\":1}"}""",
                "interactive",
                """{"type":"nfm_reply","nfm_reply":{"response_json":"{\"a\":1}","body":"Sent","name":"flow"}}"""
            },
            {
                "call-permission-reply",
                """{"response":"reject"}""",
                "interactive",
                """{"type":"call_permission_reply","call_permission_reply":{"response":"reject","response_source":"user_action"}}"""
            },
            { "unsupported", """{"type":"poll_creation"}""", "unsupported", """{"type":"poll_creation"}""" },
            { "welcome", "{}", "request_welcome", "null" },
        };

    [Theory, MemberData(nameof(Acts))]
    public async Task What_a_contact_does_reaches_the_business_in_Metas_words(string act, string asked, string type, string content)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        var message = await simulator.Business.Message(await DoAsync(simulator, act, asked));

        Assert.Equal(type, (string)message["type"]!);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(content), message[type]), message.ToJsonString());
        Assert.All(simulator.Business.Taken, webhook => Assert.True(webhook.IsSignedWith(RunningSimulator.Secret)));
    }

    [Fact]
    public async Task A_reaction_is_told_shown_and_taken_away_again()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var written = await WrittenAsync(simulator);

        var reaction = await simulator.Business.Message(await DoAsync(simulator, "reaction", $$"""{"messageId":"{{written}}","emoji":"👍"}"""));
        var shown = await simulator.GetControlAsync($"phones/{Phone}/inbox");
        var removal = await simulator.Business.Message(await DoAsync(simulator, "reaction", $$"""{"messageId":"{{written}}"}"""));
        var afterwards = await simulator.GetControlAsync($"phones/{Phone}/inbox");

        Assert.Equal("👍", (string)reaction["reaction"]!["emoji"]!);
        Assert.Equal(written, (string)reaction["reaction"]!["message_id"]!);
        Assert.Equal("👍", (string)Assert.Single(shown.AsArray())!["reaction"]!);
        Assert.Equal("", (string)removal["reaction"]!["emoji"]!);
        Assert.Null(Assert.Single(afterwards.AsArray())!["reaction"]);
    }

    [Fact]
    public async Task A_reaction_can_be_taken_away_without_the_property()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var written = await WrittenAsync(simulator);
        await DoAsync(simulator, "reaction", $$"""{"messageId":"{{written}}","emoji":"👍"}""");

        var removal = await simulator.Business.Message(
            await DoAsync(simulator, "reaction", $$"""{"messageId":"{{written}}","omitEmoji":true}""")
        );
        var afterwards = await simulator.GetControlAsync($"phones/{Phone}/inbox");

        Assert.Equal($$"""{"message_id":"{{written}}"}""", removal["reaction"]!.ToJsonString());
        Assert.Null(Assert.Single(afterwards.AsArray())!["reaction"]);
    }

    [Fact]
    public async Task An_edit_names_what_the_message_answers()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var first = await WrittenAsync(simulator);
        var reply = (string)(await simulator.ControlAsync($"phones/{Phone}/messages", new { text = "Yes", replyTo = first }))["id"]!;

        var edit = await simulator.Business.Message(await DoAsync(simulator, "edit", $$"""{"messageId":"{{reply}}","text":"No"}"""));

        Assert.Equal(first, (string)edit["edit"]!["message"]!["context"]!["id"]!);
    }

    [Fact]
    public async Task An_edit_and_a_revoke_name_the_message_and_change_it_on_the_phone()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var written = await WrittenAsync(simulator);

        var edit = await simulator.Business.Message(await DoAsync(simulator, "edit", $$"""{"messageId":"{{written}}","text":"Better"}"""));
        var edited = (await simulator.GetControlAsync($"phones/{Phone}/inbox"))[0]!;
        var revoke = await simulator.Business.Message(await DoAsync(simulator, "revoke", $$"""{"messageId":"{{written}}"}"""));
        var revoked = (await simulator.GetControlAsync($"phones/{Phone}/inbox"))[0]!;
        using var again = await PostAsync(simulator, "edit", $$"""{"messageId":"{{written}}","text":"Too late"}""");

        Assert.Equal(written, (string)edit["edit"]!["original_message_id"]!);
        Assert.Equal("Better", (string)edit["edit"]!["message"]!["text"]!["body"]!);
        Assert.Equal("M0", (string)edit["edit"]!["message"]!["context"]!["id"]!);
        Assert.Equal("Better", (string)edited["body"]!);
        Assert.Equal(written, (string)revoke["revoke"]!["original_message_id"]!);
        Assert.True((bool)revoked["revoked"]!);
        Assert.Equal("", (string)revoked["body"]!);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_forwarded_reply_to_an_advertisement_says_so()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        var written = await simulator.ControlAsync(
            $"phones/{Phone}/messages",
            new
            {
                text = "Hi",
                replyTo = "wamid.A",
                forwarded = "frequently_forwarded",
                referral = new { source_type = "ad" },
            }
        );
        var message = await simulator.Business.Message((string)written["id"]!);

        Assert.Equal("wamid.A", (string)message["context"]!["id"]!);
        Assert.True((bool)message["context"]!["frequently_forwarded"]!);
        Assert.Equal("ad", (string)message["referral"]!["source_type"]!);
    }

    [Theory]
    [InlineData("{}", 131051)]
    [InlineData("""{"code":131052,"type":"video"}""", 131052)]
    [InlineData("""{"code":131060}""", 131060)]
    public async Task What_arrives_without_content_says_why(string asked, int code)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        var message = await simulator.Business.Message(await DoAsync(simulator, "unsupported", asked));

        Assert.Equal("unsupported", (string)message["type"]!);
        Assert.Equal(code, (int)message["errors"]![0]!["code"]!);
    }

    [Theory]
    [InlineData("location", """{"latitude":91,"longitude":0}""")]
    [InlineData("location", "{}")]
    [InlineData("contacts", """{"contacts":[]}""")]
    [InlineData("contacts", """{"contacts":[null]}""")]
    [InlineData("order", """{"catalogId":"1"}""")]
    [InlineData("list-reply", """{"id":"a"}""")]
    [InlineData("flow-reply", """{"responseJson":"{}","name":"other"}""")]
    [InlineData("call-permission-reply", """{"response":"maybe"}""")]
    [InlineData("reaction", """{"emoji":"x"}""")]
    [InlineData("reaction", """{"messageId":"a","emoji":"x","omitEmoji":true}""")]
    [InlineData("edit", """{"messageId":"a"}""")]
    [InlineData("revoke", "{}")]
    [InlineData("unsupported", """{"type":""}""")]
    [InlineData("unsupported", """{"code":1}""")]
    [InlineData("welcome", """{"unknown":1}""")]
    [InlineData("messages", """{"text":"Hi","forwarded":"yes"}""")]
    [InlineData("location", "[")]
    public async Task A_wrong_act_is_a_problem_and_tells_the_business_nothing(string act, string asked)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        using var reply = await PostAsync(simulator, act, asked);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Empty((await simulator.GetControlAsync("webhooks")).AsArray());
    }

    [Theory]
    [InlineData("+4900000000", "welcome", "{}")]
    [InlineData(Phone, "welcome?numberId=1", "{}")]
    [InlineData(Phone, "reaction", """{"messageId":"wamid.none","emoji":"x"}""")]
    [InlineData(Phone, "revoke", """{"messageId":"wamid.none"}""")]
    public async Task Unknown_phones_numbers_and_messages_are_not_found(string phone, string act, string asked)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        using var reply = await PostAsync(simulator, act, asked, phone);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    private static async Task<string> WrittenAsync(RunningSimulator simulator)
    {
        await simulator.PhoneAsync();
        return (string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!;
    }

    private static async Task<string> DoAsync(RunningSimulator simulator, string act, string asked) =>
        (string)(await simulator.ControlAsync($"phones/{Phone}/{act}", JsonNode.Parse(asked)!))["id"]!;

    private static Task<HttpResponseMessage> PostAsync(RunningSimulator simulator, string act, string asked, string phone = Phone) =>
        simulator.Control.PostAsync($"phones/{phone}/{act}", new StringContent(asked, System.Text.Encoding.UTF8, "application/json"));
}
