using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sending;

public sealed class InteractiveTests
{
    private const string Phone = "+4915123456789";

    private const string Rows = """[{"id":"a","title":"Express","description":"Two days"},{"id":"b","title":"Standard"}]""";

    [Fact]
    public async Task A_list_shows_its_rows_and_gives_back_the_chosen_one()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        var id = await DeliverAsync(
            simulator,
            $$"""
            {"type":"list","header":{"type":"text","text":"Shipping"},"body":{"text":"Which one?"},"footer":{"text":"Prices include tax"},
             "action":{"button":"Choose","sections":[{"title":"Inland","rows":{{Rows}} }]} }
            """
        );
        var shown = await ShownAsync(simulator, id);
        var chosen = await simulator.ControlAsync($"phones/{Phone}/inbox/{id}/choose", new { row = "a" });
        var reply = await simulator.Business.Message((string)chosen["id"]!);

        Assert.Equal(("Shipping", "Which one?", "Prices include tax"), ((string)shown["header"]!, (string)shown["body"]!, (string)shown["footer"]!));
        Assert.Equal("Choose", (string)shown["list"]!["button"]!);
        Assert.Equal("Inland", (string)shown["list"]!["sections"]![0]!["title"]!);
        Assert.Equal(["Express", "Standard"], shown["list"]!["sections"]![0]!["rows"]!.AsArray().Select(row => (string)row!["title"]!));
        Assert.Equal(
            """{"type":"list_reply","list_reply":{"id":"a","title":"Express","description":"Two days"}}""",
            reply["interactive"]!.ToJsonString()
        );
        Assert.Equal(id, (string)reply["context"]!["id"]!);
    }

    [Fact]
    public async Task A_row_that_is_not_in_the_list_is_not_found()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        var id = await DeliverAsync(
            simulator,
            List($$"""[{"rows":{{Rows}} }]""")
        );

        using var reply = await simulator.Control.PostAsync(
            $"phones/{Phone}/inbox/{id}/choose",
            System.Net.Http.Json.JsonContent.Create(new { row = "z" })
        );

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task A_link_button_shows_where_it_leads()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        var id = await DeliverAsync(
            simulator,
            """
            {"type":"cta_url","body":{"text":"Your appointment"},
             "action":{"name":"cta_url","parameters":{"display_text":"See dates","url":"https://bank.example/dates"}}}
            """
        );
        var button = Assert.Single((await ShownAsync(simulator, id))["buttons"]!.AsArray())!;

        Assert.Equal(("url", "See dates"), ((string)button["kind"]!, (string)button["text"]!));
        Assert.Equal("https://bank.example/dates", (string)button["value"]!);
    }

    [Fact]
    public async Task Who_is_asked_for_the_phone_number_can_share_it()
    {
        await using var simulator = await StartWithOpenWindowAsync(new { phoneWithheld = true, username = "anna" });
        var userId = (string)(await simulator.GetControlAsync($"phones/{Phone}"))["userId"]!;
        var request = JsonNode.Parse(
            """{"messaging_product":"whatsapp","type":"interactive","interactive":{"type":"request_contact_info","body":{"text":"Your number?"},"action":{"name":"request_contact_info"}}}"""
        )!;
        request["recipient"] = userId;

        var id = await simulator.SendAsync(request);
        await simulator.Business.Status(id, "delivered");
        var shared = await simulator.ControlAsync($"phones/{Phone}/inbox/{id}/share-number", new { });
        var answer = await simulator.Business.Message((string)shared["id"]!);

        Assert.Equal("request_contact_info", (string)(await ShownAsync(simulator, id))["buttons"]![0]!["kind"]!);
        Assert.Equal("contacts", (string)answer["type"]!);
        Assert.Equal("contact_request", (string)answer["contacts"]![0]!["origin"]!);
        Assert.Equal(Phone, (string)answer["contacts"]![0]!["phones"]![0]!["phone"]!);
        Assert.Equal(Phone.TrimStart('+'), (string)answer["contacts"]![0]!["phones"]![0]!["wa_id"]!);
        Assert.Equal(id, (string)answer["context"]!["id"]!);
    }

    [Fact]
    public async Task Reply_buttons_can_have_a_file_above_and_a_line_below()
    {
        await using var simulator = await StartWithOpenWindowAsync();

        var id = await DeliverAsync(
            simulator,
            """
            {"type":"button","header":{"type":"document","document":{"link":"https://bank.example/offer.pdf","filename":"offer.pdf"}},
             "body":{"text":"Our offer"},"footer":{"text":"Valid today"},
             "action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Yes"}}]}}
            """
        );
        var shown = await ShownAsync(simulator, id);

        Assert.Equal(("document", "offer.pdf"), ((string)shown["media"]!["type"]!, (string)shown["media"]!["fileName"]!));
        Assert.Equal(("Our offer", "Valid today"), ((string)shown["body"]!, (string)shown["footer"]!));
    }

    public static TheoryData<string, int> Malformed
    {
        get
        {
            var title21 = new string('t', 21);
            return new()
            {
                { Button(buttons: 4), 131009 },
                { Button(title: title21), 131009 },
                { Button(id: new string('i', 257)), 131009 },
                { Button(body: new string('b', 1025)), 131009 },
                { Button(extra: $$""","header":{"type":"text","text":"{{new string('h', 61)}}"}"""), 131009 },
                { Button(extra: $$""","footer":{"text":"{{new string('f', 61)}}"}"""), 131009 },
                { Button(extra: ""","header":{"type":"text"}"""), 131008 },
                { Button(extra: ""","header":{"type":"image"}"""), 131008 },
                { Button(extra: ""","header":{"type":"image","image":{}}"""), 131008 },
                { Button(extra: ""","header":{"type":"location"}"""), 100 },
                { List("""[{"title":"s","rows":[]}]"""), 131008 },
                { List("[]"), 131008 },
                { List(Sections(Row("a", "t")), button: title21), 131009 },
                { List(Sections(Row("a", new string('t', 25)))), 131009 },
                { List(Sections(Row("a", "t", new string('d', 73)))), 131009 },
                { List(Sections(Row(new string('i', 201), "t"))), 131009 },
                { List(Sections(Row("a", "t"), Row("a", "u"))), 131009 },
                { List(Sections([.. Enumerable.Range(0, 11).Select(place => Row($"{place}", "t"))])), 131009 },
                { List($$"""[{"rows":[{{Row("a", "t")}}]},{"rows":[{{Row("b", "t")}}]}]"""), 131008 },
                { List(Sections(Row("a", "t")), extra: ""","header":{"type":"image","image":{"link":"https://a.example/b"}}"""), 100 },
                { """{"type":"cta_url","body":{"text":"x"},"action":{"name":"cta_url","parameters":{"display_text":"x"}}}""", 131008 },
                { """{"type":"cta_url","body":{"text":"x"},"action":{"name":"cta_url","parameters":{"display_text":"x","url":"bank"}}}""", 131009 },
                { """{"type":"request_contact_info","body":{"text":"x"},"action":{}}""", 131008 },
                { """{"type":"request_contact_info","body":{"text":"x"}}""", 131008 },
                { """{"type":"flow","body":{"text":"x"}}""", 131051 },
                { """{"type":"postcard","body":{"text":"x"}}""", 100 },
            };
        }
    }

    [Theory, MemberData(nameof(Malformed))]
    public async Task What_exceeds_Metas_limits_is_refused(string interactive, int code)
    {
        await using var simulator = await StartWithOpenWindowAsync();

        await simulator.RefusedAsync(Message(interactive), HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task What_is_as_large_as_the_limits_allow_is_taken()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        var (title20, row24) = (new string('t', 20), new string('t', 24));

        await DeliverAsync(simulator, Button(buttons: 3, title: title20[..19], id: new string('i', 255), body: new string('b', 1024)));
        await DeliverAsync(
            simulator,
            List(
                Sections([.. Enumerable.Range(0, 10).Select(place => Row(new string('i', 199) + place, row24, new string('d', 72)))]),
                button: title20
            )
        );
    }

    private static string Button(int buttons = 1, string title = "t", string id = "i", string body = "x", string extra = "")
    {
        var all = Enumerable.Range(0, buttons).Select(place => $$$"""{"type":"reply","reply":{"id":"{{{id}}}{{{place}}}","title":"{{{title}}}{{{place}}}"}}""");
        return $$"""{"type":"button","body":{"text":"{{body}}"}{{extra}},"action":{"buttons":[{{string.Join(',', all)}}]} }""";
    }

    private static string List(string sections, string button = "Choose", string extra = "") =>
        $$"""{"type":"list","body":{"text":"x"}{{extra}},"action":{"button":"{{button}}","sections":{{sections}} } }""";

    private static string Sections(params string[] rows) => $$"""[{"rows":[{{string.Join(',', rows)}}]}]""";

    private static string Row(string id, string title, string description = "d") =>
        $$"""{"id":"{{id}}","title":"{{title}}","description":"{{description}}"}""";

    private static JsonObject Message(string interactive) =>
        new()
        {
            ["messaging_product"] = "whatsapp",
            ["to"] = Phone,
            ["type"] = "interactive",
            ["interactive"] = JsonNode.Parse(interactive),
        };

    private static async Task<string> DeliverAsync(RunningSimulator simulator, string interactive)
    {
        var id = await simulator.SendAsync(Message(interactive));
        await simulator.Business.Status(id, "delivered");
        return id;
    }

    private static async Task<JsonNode> ShownAsync(RunningSimulator simulator, string id) =>
        (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray().Single(message => (string)message!["id"]! == id)!;

    private static async Task<RunningSimulator> StartWithOpenWindowAsync(object? settings = null)
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone, settings);
        await simulator.WriteAsync(Phone, "Hi");
        return simulator;
    }
}
