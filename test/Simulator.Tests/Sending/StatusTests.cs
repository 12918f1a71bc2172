using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Sending;

public sealed class StatusTests
{
    private const string Phone = "+4915123456789";

    [Fact]
    public async Task The_reply_names_contact_and_message()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");

        var (_, reply) = await simulator.PostAsync(Bodies.Text("+49 (151) 2345-6789"));

        Assert.Equal("whatsapp", (string)reply["messaging_product"]!);
        Assert.Equal("+49 (151) 2345-6789", (string)reply["contacts"]![0]!["input"]!);
        Assert.Equal("4915123456789", (string)reply["contacts"]![0]!["wa_id"]!);
        Assert.StartsWith("wamid.", (string)reply["messages"]![0]!["id"]!, StringComparison.Ordinal);
        Assert.Null(reply["messages"]![0]!["message_status"]);
    }

    [Fact]
    public async Task A_message_is_sent_delivered_and_read_and_each_status_echoes_the_callback_data()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(settings: new { autoRead = true });
        await simulator.WriteAsync(Phone, "Hi");

        var id = await simulator.SendAsync(Bodies.Text(Phone, callbackData: "attempt-7"));
        var read = await simulator.Business.Status(id, "read");
        var sent = await simulator.Business.Status(id, "sent");

        Assert.Equal(["sent", "delivered", "read"], simulator.Business.StatusesOf(id));
        Assert.Equal("attempt-7", (string)sent["biz_opaque_callback_data"]!);
        Assert.Equal("attempt-7", (string)read["biz_opaque_callback_data"]!);
        Assert.Equal("4915123456789", (string)sent["recipient_id"]!);
        Assert.StartsWith("DE.", (string)sent["recipient_user_id"]!, StringComparison.Ordinal);
        Assert.Equal("PMP", (string)sent["pricing"]!["pricing_model"]!);
        Assert.Equal("service", (string)sent["pricing"]!["category"]!);
        Assert.Null(read["pricing"]);
    }

    [Fact]
    public async Task A_message_is_read_when_the_contact_opens_the_chat()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        var id = await simulator.SendAsync(Bodies.Text(Phone));
        await simulator.Business.Status(id, "delivered");

        var opened = await simulator.ControlAsync($"phones/{Phone}/open", new { });
        await simulator.Business.Status(id, "read");

        Assert.Equal(id, (string)opened["read"]![0]!);
        Assert.Equal(["sent", "delivered", "read"], simulator.Business.StatusesOf(id));
    }

    [Theory]
    [InlineData("+4915199999999")]
    [InlineData("+4915123456789")]
    public async Task A_number_that_is_not_on_WhatsApp_is_accepted_and_then_fails_with_131026(string to)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone, new { onWhatsApp = false });

        var failed = await simulator.Business.Status(await simulator.SendAsync(Bodies.Text(to, callbackData: "attempt-8")), "failed");

        Assert.Equal(131026, (int)failed["errors"]![0]!["code"]!);
        Assert.Equal("attempt-8", (string)failed["biz_opaque_callback_data"]!);
        Assert.Null(failed["recipient_user_id"]);
        Assert.Null(failed["pricing"]);
    }

    [Fact]
    public async Task A_contact_who_has_blocked_the_business_never_gets_the_message()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        await simulator.ControlAsync($"phones/{Phone}/block", new { });

        var blocked = await simulator.SendAsync(Bodies.Text(Phone));
        await simulator.Business.Status(blocked, "sent");
        await simulator.ControlAsync($"phones/{Phone}/unblock", new { });
        var next = await simulator.SendAsync(Bodies.Text(Phone));
        await simulator.Business.Status(next, "delivered");

        Assert.Equal(["sent"], simulator.Business.StatusesOf(blocked));
    }

    [Fact]
    public async Task Marketing_is_not_delivered_to_the_United_States()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync("+12125550123");
        await simulator.TemplateAsync(
            new
            {
                name = "summer_sale",
                language = "en_US",
                category = "MARKETING",
                components = new[] { new { type = "BODY", text = "Everything must go." } },
            }
        );

        var failed = await simulator.Business.Status(
            await simulator.SendAsync(Bodies.TemplateMessage("+12125550123", "summer_sale")),
            "failed"
        );

        Assert.Equal(131049, (int)failed["errors"]![0]!["code"]!);
    }

    [Fact]
    public async Task The_control_API_shows_what_became_of_each_message()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.WriteAsync(Phone, "Hi");
        var id = await simulator.SendAsync(Bodies.Text(Phone, callbackData: "attempt-9"));
        await simulator.SendAsync(Bodies.Text(Phone));
        await simulator.Business.Status(id, "delivered");

        var found = await simulator.GetControlAsync("messages?callbackData=attempt-9");
        var history = await Eventually.Get(
            async () =>
                await simulator.GetControlAsync($"messages/{Uri.EscapeDataString(id)}") is var page
                && page["webhooks"]!.AsArray().Count(webhook => (string?)webhook!["outcome"] == "200") == 2
                    ? page
                    : null,
            "two webhooks of the message that were answered 200"
        );

        Assert.Equal(id, (string)Assert.Single(found["messages"]!.AsArray())!["id"]!);
        Assert.Equal(2, (int)found["total"]!);
        Assert.Equal(["sent", "delivered"], history["webhooks"]!.AsArray().Select(webhook => (string)webhook!["status"]!));
    }
}
