using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sending;

/// <summary>Headers that are no text, and buttons that take something other than a payload.</summary>
public sealed class TemplatePartTests
{
    private const string Phone = "+4915123456789";

    public static TheoryData<string, string> Headers =>
        new()
        {
            { "IMAGE", """{"type":"image","image":{"link":"https://bank.example/a.png"}}""" },
            { "VIDEO", """{"type":"video","video":{"link":"https://bank.example/a.mp4"}}""" },
            { "DOCUMENT", """{"type":"document","document":{"link":"https://bank.example/a.pdf","filename":"offer.pdf"}}""" },
        };

    [Theory, MemberData(nameof(Headers))]
    public async Task A_template_carries_a_file_in_its_header(string format, string parameter)
    {
        await using var simulator = await StartWithHeaderAsync(format);

        await simulator.Business.Status(await simulator.SendAsync(WithHeader(parameter)), "delivered");
        var shown = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray())!;

        Assert.Equal(format.ToLowerInvariant(), (string)shown["media"]!["type"]!);
        Assert.Equal("Here it is, as you asked.", (string)shown["body"]!);
    }

    [Fact]
    public async Task A_template_carries_a_place_in_its_header()
    {
        await using var simulator = await StartWithHeaderAsync("LOCATION");

        await simulator.Business.Status(
            await simulator.SendAsync(WithHeader("""{"type":"location","location":{"latitude":52,"longitude":13,"name":"Branch"}}""")),
            "delivered"
        );
        var shown = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray())!;

        Assert.Equal("Branch", (string)shown["location"]!["name"]!);
    }

    [Theory]
    [InlineData("IMAGE", """{"type":"video","video":{"link":"https://bank.example/a.mp4"}}""", 132012)]
    [InlineData("IMAGE", """{"type":"text","text":"x"}""", 132012)]
    [InlineData("IMAGE", """{"type":"image"}""", 131008)]
    [InlineData("IMAGE", """{"type":"image","image":{"link":"nowhere"}}""", 131009)]
    [InlineData("IMAGE", """{"type":"image","image":{"id":"12345"}}""", 100)]
    [InlineData("IMAGE", """{"type":"image","image":{"link":"https://bank.example/a.png","filename":"a"}}""", 100)]
    [InlineData("LOCATION", """{"type":"location"}""", 131008)]
    [InlineData("LOCATION", """{"type":"location","location":{"latitude":52}}""", 131008)]
    [InlineData("IMAGE", """{"type":"image","picture":{"link":"https://bank.example/a.png"}}""", 100)]
    public async Task A_header_that_does_not_fit_is_refused(string format, string parameter, int code)
    {
        await using var simulator = await StartWithHeaderAsync(format);

        await simulator.RefusedAsync(WithHeader(parameter), HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_header_that_is_missing_is_refused()
    {
        await using var simulator = await StartWithHeaderAsync("IMAGE");

        await simulator.RefusedAsync(Bodies.TemplateMessage(Phone, "parts"), HttpStatusCode.BadRequest, 132012);
    }

    [Fact]
    public async Task Buttons_show_the_address_and_the_code_that_the_message_puts_in()
    {
        await using var simulator = await StartWithButtonsAsync();

        await simulator.Business.Status(await simulator.SendAsync(WithButtons(Url("summer"), Code("SAVE25"))), "delivered");
        var buttons = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray())!["buttons"]!;

        Assert.Equal("https://bank.example/offers?code=summer", (string)buttons[0]!["value"]!);
        Assert.Equal(("copy_code", "SAVE25"), ((string)buttons[1]!["kind"]!, (string)buttons[1]!["value"]!));
        Assert.Equal("https://bank.example/", (string)buttons[2]!["value"]!);
        Assert.Equal("phone_number", (string)buttons[3]!["kind"]!);
    }

    [Fact]
    public async Task Button_parameters_that_do_not_fit_are_refused()
    {
        await using var simulator = await StartWithButtonsAsync();

        await Refused(131008, Code("SAVE25"));
        await Refused(131008, Url("summer"));
        await Refused(131008, Url(""), Code("SAVE25"));
        await Refused(131008, Url("summer"), Code(""));
        await Refused(132012, Url("summer"), Button("copy_code", 1, new { type = "text", text = "SAVE25" }));
        await Refused(132012, Button("url", 0, new { type = "payload", payload = "x" }), Code("SAVE25"));
        await Refused(132018, Url("summer"), Code(new string('X', 16)));
        await Refused(132018, Url("summer"), Code("SAVE25"), Button("url", 2, new { type = "text", text = "x" }));
        await Refused(132018, Url("summer"), Code("SAVE25"), Button("phone_number", 3, new { type = "text", text = "x" }));
        await Refused(132018, Button("copy_code", 0, new { type = "coupon_code", coupon_code = "X" }), Code("SAVE25"));
        await Refused(132018, Url(new string('x', 2000)), Code("SAVE25"));
        await Refused(
            132000,
            new
            {
                type = "button",
                sub_type = "url",
                index = 0,
                parameters = new[] { new { type = "text", text = "a" }, new { type = "text", text = "b" } },
            },
            Code("SAVE25")
        );

        Task<JsonNode> Refused(int code, params object[] buttons) =>
            simulator.RefusedAsync(WithButtons(buttons), HttpStatusCode.BadRequest, code);
    }

    private static object Url(string end) => Button("url", 0, new { type = "text", text = end });

    private static object Code(string code) => Button("copy_code", 1, new { type = "coupon_code", coupon_code = code });

    private static object Button(string sub_type, int index, object parameter) =>
        new
        {
            type = "button",
            sub_type,
            index,
            parameters = new[] { parameter },
        };

    private static object WithButtons(params object[] buttons) => Bodies.TemplateMessage(Phone, "parts", buttons);

    private static object WithHeader(string parameter) =>
        Bodies.TemplateMessage(Phone, "parts", new { type = "header", parameters = new[] { JsonNode.Parse(parameter) } });

    private static Task<RunningSimulator> StartWithHeaderAsync(string format) =>
        StartAsync(
            new { type = "HEADER", format },
            new { type = "BODY", text = "Here it is, as you asked." }
        );

    private static Task<RunningSimulator> StartWithButtonsAsync() =>
        StartAsync(
            new { type = "BODY", text = "Our offers of this week." },
            new
            {
                type = "BUTTONS",
                buttons = new object[]
                {
                    new
                    {
                        type = "URL",
                        text = "Offers",
                        url = "https://bank.example/offers?code={{1}}",
                        example = new[] { "summer" },
                    },
                    new { type = "COPY_CODE", example = "SAVE25" },
                    new
                    {
                        type = "URL",
                        text = "Home",
                        url = "https://bank.example/",
                    },
                    new
                    {
                        type = "PHONE_NUMBER",
                        text = "Call",
                        phone_number = "+493055501",
                    },
                },
            }
        );

    private static async Task<RunningSimulator> StartAsync(params object[] components)
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(
            new
            {
                name = "parts",
                language = "en_US",
                category = "UTILITY",
                components,
            }
        );
        return simulator;
    }
}
