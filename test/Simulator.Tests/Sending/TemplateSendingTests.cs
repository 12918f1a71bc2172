using System.Net;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sending;

public sealed class TemplateSendingTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task A_template_reaches_a_contact_who_never_wrote_and_shows_as_rendered()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(Bodies.OptIn());

        var (_, reply) = await simulator.PostAsync(
            Bodies.TemplateMessage(
                Phone,
                "optin_request",
                Bodies.Parameters("body", Bodies.TextParameter("Anna Ü.")),
                Bodies.QuickReply(0, "ACCEPT:42"),
                Bodies.QuickReply(1, "DECLINE:42")
            )
        );
        var id = (string)reply["messages"]![0]!["id"]!;
        var sent = await simulator.Business.Status(id, "delivered");
        var shown = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray())!;

        Assert.Equal("accepted", (string)reply["messages"]![0]!["message_status"]!);
        Assert.Equal("utility", (string)sent["pricing"]!["category"]!);
        Assert.True((bool)sent["pricing"]!["billable"]!);
        Assert.Equal("Your bank", (string)shown["header"]!);
        Assert.Equal("Hello Anna Ü., may we write to you here?", (string)shown["body"]!);
        Assert.Equal("This chat is recorded", (string)shown["footer"]!);
        Assert.Equal(["Accept", "Decline"], shown["buttons"]!.AsArray().Select(button => (string)button!["text"]!));
        Assert.Equal("ACCEPT:42", (string)shown["buttons"]![0]!["payload"]!);
    }

    [Fact]
    public async Task Named_parameters_are_matched_by_name()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(
            new
            {
                name = "order_ready",
                language = "en_US",
                category = "UTILITY",
                parameter_format = "NAMED",
                components = new object[]
                {
                    new
                    {
                        type = "HEADER",
                        format = "TEXT",
                        text = "For {{name}}",
                        example = new { header_text_named_params = new[] { new { param_name = "name", example = "Anna" } } },
                    },
                    new
                    {
                        type = "BODY",
                        text = "Your order {{order}} is ready at {{place}} from now on.",
                        example = new
                        {
                            body_text_named_params = new[]
                            {
                                new { param_name = "order", example = "1" },
                                new { param_name = "place", example = "Berlin" },
                            },
                        },
                    },
                },
            }
        );
        var header = Bodies.Parameters("header", Bodies.NamedParameter("name", "Anna"));

        await simulator.Business.Status(
            await simulator.SendAsync(
                Bodies.TemplateMessage(
                    Phone,
                    "order_ready",
                    header,
                    Bodies.Parameters("body", Bodies.NamedParameter("place", "Bonn"), Bodies.NamedParameter("order", "7"))
                )
            ),
            "delivered"
        );
        var shown = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray())!;

        Assert.Equal("For Anna", (string)shown["header"]!);
        Assert.Equal("Your order 7 is ready at Bonn from now on.", (string)shown["body"]!);
        await simulator.RefusedAsync(
            Bodies.TemplateMessage(
                Phone,
                "order_ready",
                header,
                Bodies.Parameters("body", Bodies.TextParameter("7"), Bodies.TextParameter("Bonn"))
            ),
            HttpStatusCode.BadRequest,
            132012
        );
        await simulator.RefusedAsync(
            Bodies.TemplateMessage(
                Phone,
                "order_ready",
                header,
                Bodies.Parameters("body", Bodies.NamedParameter("order", "7"), Bodies.NamedParameter("plaice", "Bonn"))
            ),
            HttpStatusCode.BadRequest,
            132012
        );
    }

    [Fact]
    public async Task Wrong_parameters_are_refused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(Bodies.OptIn());
        var anna = Bodies.Parameters("body", Bodies.TextParameter("Anna"));

        var error = await Refused(132000);
        await Refused(132000, Bodies.Parameters("body", Bodies.TextParameter("Anna"), Bodies.TextParameter("Berta")));
        await Refused(132000, anna, Bodies.Parameters("header", Bodies.TextParameter("Bank")));
        await Refused(132012, Bodies.Parameters("body", new { type = "image", image = new { id = "1" } }));
        await Refused(132018, Bodies.Parameters("body", Bodies.TextParameter("Anna\nBerta")));
        await Refused(131008, Bodies.Parameters("body", Bodies.TextParameter("")));
        await Refused(132005, Bodies.Parameters("body", Bodies.TextParameter(new string('x', 1024))));
        await Refused(132018, anna, Bodies.QuickReply(2, "X"));
        await Refused(131009, anna, Bodies.QuickReply(0, new string('x', 129)));
        await Refused(100, anna, Bodies.Parameters("tail", Bodies.TextParameter("x")));

        Assert.Equal(
            "body: number of localizable_params (0) does not match the expected number of params (1)",
            (string)error["error_data"]!["details"]!
        );

        Task<System.Text.Json.Nodes.JsonNode> Refused(int code, params object[] components) =>
            simulator.RefusedAsync(Bodies.TemplateMessage(Phone, "optin_request", components), HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_template_that_is_missing_or_not_approved_is_refused_with_132001()
    {
        await using var simulator = await RunningSimulator.StartAsync("Review:Automatic=false");
        await simulator.PhoneAsync();
        await simulator.CallAsync(HttpMethod.Post, $"{RunningSimulator.WabaId}/message_templates", Bodies.OptIn());

        await simulator.RefusedAsync(Bodies.TemplateMessage(Phone, "nobody_knows_it"), HttpStatusCode.NotFound, 132001);
        await simulator.RefusedAsync(Bodies.TemplateMessage(Phone, "optin_request"), HttpStatusCode.NotFound, 132001);
    }

    [Theory]
    [InlineData("PAUSED", 132015)]
    [InlineData("DISABLED", 132016)]
    public async Task A_paused_or_disabled_template_is_refused(string verdict, int code)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        var id = await simulator.TemplateAsync(Bodies.OptIn());
        await simulator.ControlAsync($"templates/{id}/verdict", new { @event = verdict });

        await simulator.RefusedAsync(Bodies.TemplateMessage(Phone, "optin_request"), HttpStatusCode.BadRequest, code);
    }
}
