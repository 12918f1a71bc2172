using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Phones;

public sealed class PhonePageTests
{
    private const string Phone = "+4915123456789";

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/phone/4915123456789", "text/html")]
    [InlineData("/page/phone.css", "text/css")]
    [InlineData("/page/chat.css", "text/css")]
    [InlineData("/page/phone.js", "text/javascript")]
    [InlineData("/page/phones.js", "text/javascript")]
    [InlineData("/page/control.js", "text/javascript")]
    [InlineData("/page/elements.js", "text/javascript")]
    [InlineData("/page/whatsapp.js", "text/javascript")]
    [InlineData("/page/sms.js", "text/javascript")]
    [InlineData("/page/bubble.js", "text/javascript")]
    [InlineData("/page/thread.js", "text/javascript")]
    [InlineData("/page/menu.js", "text/javascript")]
    [InlineData("/page/dialog.js", "text/javascript")]
    [InlineData("/page/icon.svg", "image/svg+xml")]
    public async Task The_pages_come_with_a_policy_that_lets_nothing_in_from_elsewhere(string path, string type)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        using var reply = await simulator.Control.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(type, reply.Content.Headers.ContentType?.MediaType);
        var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/page/none.js")]
    [InlineData("/page/phone")]
    [InlineData("/page/..%2fappsettings.json")]
    public async Task There_are_no_other_files(string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        using var reply = await simulator.Control.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Who_waits_for_a_change_is_told_when_a_message_comes()
    {
        await using var simulator = await RunningSimulator.StartAsync("Webhooks:SubscribeAtStart=false");
        await simulator.PhoneAsync();
        var before = (long)(await simulator.GetControlAsync("changes"))["version"]!;

        var waiting = simulator.GetControlAsync($"changes?after={before}");
        await simulator.WriteAsync(Phone, "Hi");

        Assert.True((long)(await waiting)["version"]! > before);
    }

    [Fact]
    public async Task A_contact_sees_the_name_and_the_about_text_of_a_business()
    {
        await using var simulator = await RunningSimulator.StartAsync("Numbers:0:VerifiedName=Northwind");
        await simulator.CallAsync(
            HttpMethod.Post,
            $"{RunningSimulator.NumberId}/whatsapp_business_profile",
            new { messaging_product = "whatsapp", about = "Advice since 1902" }
        );

        var business = (await simulator.GetControlAsync("numbers"))[0]!;

        Assert.Equal("Northwind", (string)business["name"]!);
        Assert.Equal("Advice since 1902", (string)business["about"]!);
    }

    [Fact]
    public async Task A_contact_sees_the_numbers_that_write_by_SMS()
    {
        await using var simulator = await RunningSimulator.StartAsync("Sms:Numbers:0=+49 30 5550 1000", "Sms:Numbers:1=+15550783881");

        var numbers = await simulator.GetControlAsync("sms/numbers");

        Assert.Equal(["+493055501000", "+15550783881"], numbers.AsArray().Select(number => (string)number!));
    }

    [Theory]
    [InlineData("changes?after=x")]
    [InlineData("messages?limit=x")]
    public async Task A_wrong_query_is_a_problem(string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        using var reply = await simulator.Control.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.NotNull(JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["detail"]);
    }
}
