using System.Net;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Templates;

/// <summary>Templates that carry a one-time password.</summary>
public sealed class AuthenticationTemplateTests
{
    private const string Phone = "+4915123456789";

    [Theory]
    [InlineData("COPY_CODE")]
    [InlineData("ONE_TAP")]
    [InlineData("ZERO_TAP")]
    public async Task The_text_is_Metas_and_the_code_is_in_it_and_in_the_button(string otpType)
    {
        await using var simulator = await StartAsync(otpType);

        await simulator.Business.Status(await simulator.SendAsync(Bodies.TemplateMessage(Phone, "code", Code("123456"))), "delivered");
        var shown = Assert.Single((await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray())!;

        Assert.Equal("*123456* is your verification code. For your security, do not share this code.", (string)shown["body"]!);
        Assert.Equal("This code expires in 10 minutes.", (string)shown["footer"]!);
        Assert.Equal(("copy_code", "123456"), ((string)shown["buttons"]![0]!["kind"]!, (string)shown["buttons"]![0]!["value"]!));
    }

    [Theory]
    [InlineData("COPY_CODE")]
    [InlineData("ONE_TAP")]
    [InlineData("ZERO_TAP")]
    public async Task A_code_does_not_go_to_a_BSUID(string otpType)
    {
        await using var simulator = await StartAsync(otpType);
        var userId = (string)(await simulator.GetControlAsync($"phones/{Phone}"))["userId"]!;
        var message = System.Text.Json.JsonSerializer.SerializeToNode(Bodies.TemplateMessage(Phone, "code", Code("123456")))!;
        message["recipient"] = userId;

        await simulator.SendAsync(message);
        message.AsObject().Remove("to");

        await simulator.RefusedAsync(message, HttpStatusCode.BadRequest, 131062);
    }

    [Fact]
    public async Task A_message_without_the_code_in_the_button_is_refused()
    {
        await using var simulator = await StartAsync("COPY_CODE");

        await simulator.RefusedAsync(Bodies.TemplateMessage(Phone, "code", Code("123456")[..1]), HttpStatusCode.BadRequest, 131008);
        await simulator.RefusedAsync(Bodies.TemplateMessage(Phone, "code", Code("1234567890123456")), HttpStatusCode.BadRequest, 132018);
    }

    [Fact]
    public async Task What_does_not_belong_into_an_authentication_template_is_refused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        object otp = new { type = "BUTTONS", buttons = new[] { new { type = "OTP", otp_type = "COPY_CODE" } } };
        object body = new { type = "BODY" };

        await RefusedAsync("AUTHENTICATION", body);
        await RefusedAsync("AUTHENTICATION", new { type = "BODY", text = "Your code is {{1}} for today." }, otp);
        await RefusedAsync("AUTHENTICATION", new { type = "HEADER", format = "TEXT", text = "Code" }, body, otp);
        await RefusedAsync("AUTHENTICATION", body, new { type = "BUTTONS", buttons = new[] { new { type = "OTP", otp_type = "SMS" } } });
        await RefusedAsync("UTILITY", new { type = "BODY", text = "Your code." }, otp);

        async Task RefusedAsync(string category, params object[] components)
        {
            var (status, reply) = await simulator.CallAsync(
                HttpMethod.Post,
                $"{RunningSimulator.WabaId}/message_templates",
                new
                {
                    name = "code",
                    language = "en_US",
                    category,
                    components,
                }
            );
            RunningSimulator.AssertRefused(status, reply, HttpStatusCode.BadRequest, 100);
        }
    }

    private static object[] Code(string code) =>
        [
            Bodies.Parameters("body", Bodies.TextParameter(code)),
            new
            {
                type = "button",
                sub_type = "url",
                index = "0",
                parameters = new[] { Bodies.TextParameter(code) },
            },
        ];

    private static async Task<RunningSimulator> StartAsync(string otpType)
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(
            new
            {
                name = "code",
                language = "en_US",
                category = "AUTHENTICATION",
                components = new object[]
                {
                    new { type = "BODY", add_security_recommendation = true },
                    new { type = "FOOTER", code_expiration_minutes = 10 },
                    new
                    {
                        type = "BUTTONS",
                        buttons = new[]
                        {
                            new
                            {
                                type = "OTP",
                                otp_type = otpType,
                                text = "Copy code",
                            },
                        },
                    },
                },
            }
        );
        return simulator;
    }
}
