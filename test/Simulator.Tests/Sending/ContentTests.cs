using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sending;

/// <summary>Previews of links, places, contact cards and reactions that a business sends.</summary>
public sealed class ContentTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task A_place_shows_on_the_phone_with_its_name_and_address()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        await DeliverAsync(simulator, """{"latitude":52.5,"longitude":13.4,"name":"Café","address":"Unter den Linden 1"}""", "location");
        var shown = await LastShownAsync(simulator);

        Assert.Equal("location", (string)shown["type"]!);
        Assert.Equal("Café", (string)shown["body"]!);
        Assert.Equal(52.5, (double)shown["location"]!["latitude"]!);
        Assert.Equal("Unter den Linden 1", (string)shown["location"]!["address"]!);
    }

    [Fact]
    public async Task Contact_cards_show_on_the_phone_with_their_numbers()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        await DeliverAsync(
            simulator,
            """[{"name":{"formatted_name":"Lucía Gómez","first_name":"Lucía"},"phones":[{"phone":"+1 983","type":"WORK"}],"org":{"company":"Bank"}}]""",
            "contacts"
        );
        var card = Assert.Single((await LastShownAsync(simulator))["cards"]!.AsArray())!;

        Assert.Equal("Lucía Gómez", (string)card["name"]!);
        Assert.Equal("+1 983", (string)Assert.Single(card["phones"]!.AsArray())!);
        Assert.Equal("Bank", (string)card["company"]!);
    }

    [Fact]
    public async Task A_text_shows_a_preview_of_its_first_link_where_one_is_asked_for()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        await DeliverAsync(simulator, """{"body":"See https://example.com/a or https://example.com/b","preview_url":true}""", "text");
        var asked = await LastShownAsync(simulator);
        await DeliverAsync(simulator, """{"body":"See https://example.com/a"}""", "text");
        var notAsked = await LastShownAsync(simulator);

        Assert.Equal("https://example.com/a", (string?)asked["preview"]);
        Assert.Null((string?)notAsked["preview"]);
    }

    [Fact]
    public async Task A_reaction_shows_at_the_message_and_an_empty_one_takes_it_away()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        var written = (string)(await LastShownAsync(simulator))["id"]!;

        var reaction = await simulator.SendAsync(Reaction(written, "👍"));
        await simulator.Business.Status(reaction, "sent");
        var shown = await LastShownAsync(simulator);
        await simulator.Business.Status(await simulator.SendAsync(Reaction(written, "")), "sent");
        var afterwards = await LastShownAsync(simulator);

        Assert.Equal((written, "👍"), ((string)shown["id"]!, (string)shown["businessReaction"]!));
        Assert.Equal((written, null), ((string)afterwards["id"]!, (string?)afterwards["businessReaction"]));
        Assert.Equal(["sent"], simulator.Business.StatusesOf(reaction));
    }

    [Fact]
    public async Task A_reaction_to_what_is_not_in_the_chat_fails()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        var failed = await simulator.Business.Status(await simulator.SendAsync(Reaction("wamid.none", "👍")), "failed");

        Assert.Equal(131009, (int)failed["errors"]![0]!["code"]!);
    }

    [Fact]
    public async Task A_reaction_needs_an_open_window()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        await simulator.RefusedAsync(Reaction("wamid.none", "👍"), HttpStatusCode.BadRequest, 131047);
    }

    [Theory]
    [InlineData("location", """{"longitude":1}""", 131008)]
    [InlineData("location", """{"latitude":91,"longitude":1}""", 131009)]
    [InlineData("location", """{"latitude":1,"longitude":1,"zoom":3}""", 100)]
    [InlineData("location", "null", 100)]
    [InlineData("contacts", "[]", 100)]
    [InlineData("contacts", """[{"phones":[{"phone":"1"}]}]""", 131008)]
    [InlineData("contacts", """[{"name":{"formatted_name":"Anna"}}]""", 131008)]
    [InlineData("contacts", """[{"name":{"formatted_name":"Anna","first_name":"Anna"},"age":3}]""", 100)]
    [InlineData("reaction", """{"emoji":"x"}""", 131008)]
    [InlineData("reaction", """{"message_id":"x"}""", 131008)]
    public async Task Malformed_content_is_refused(string type, string content, int code)
    {
        await using var simulator = await StartWithOpenWindowAsync();

        await simulator.RefusedAsync(Message(type, content), HttpStatusCode.BadRequest, code);
    }

    private static JsonObject Reaction(string messageId, string emoji) =>
        Message("reaction", new JsonObject { ["message_id"] = messageId, ["emoji"] = emoji }.ToJsonString());

    private static JsonObject Message(string type, string content) =>
        new()
        {
            ["messaging_product"] = "whatsapp",
            ["to"] = Phone,
            ["type"] = type,
            [type] = JsonNode.Parse(content),
        };

    private static async Task DeliverAsync(RunningSimulator simulator, string content, string type) =>
        await simulator.Business.Status(await simulator.SendAsync(Message(type, content)), "delivered");

    private static async Task<JsonNode> LastShownAsync(RunningSimulator simulator) =>
        (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray()[^1]!;

    private static async Task<RunningSimulator> StartWithOpenWindowAsync()
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");
        return simulator;
    }
}
