using System.Net;
using System.Text.Json.Nodes;
using MultiLine.Clients.Tests.Harness;

namespace MultiLine.Clients.Tests.Suites;

/// <summary>What each client understands of the webhooks that the simulator sends to it.</summary>
public abstract class ReceivingSuite(string client)
{
    private const string Phone = "+4915123456789";
    private const string Words = "Grüße / \"Ünïcödé\" 日本語 👩‍👩‍👧 \u2028 </script>";

    [ClientFact]
    public async Task A_message_in_any_script_and_with_emoji_is_verified_and_understood()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator);

        var id = (string)(await simulator.WriteAsync(Phone, Words))["id"]!;

        var message = await listening.Message(id);
        Assert.Equal("text", (string)message["type"]!);
        Assert.Equal(Words, (string)message["text"]!);
        Assert.Equal("4915123456789", (string)message["from"]!);
        Assert.Equal("Zoë Müller 🌻", (string)message["name"]!);
        Assert.Equal((string)(await simulator.GetControlAsync($"phones/{Phone}"))["userId"]!, (string)message["userId"]!);
    }

    [ClientFact]
    public async Task A_reply_of_the_contact_names_the_message_it_quotes()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator);
        await simulator.WriteAsync(Phone, "Hi");
        var sent = await Sender(simulator).SendAsync("text", new { to = Phone, text = "Nine or ten?" });
        await listening.Status(sent, "delivered");

        var reply = await simulator.ControlAsync($"phones/{Phone}/messages", new { text = "Ten", replyTo = sent });

        Assert.Equal(sent, (string)(await listening.Message((string)reply["id"]!))["replyTo"]!);
    }

    [ClientFact]
    public async Task A_message_without_a_phone_number_is_understood_by_its_user_id()
    {
        await using var simulator = await SimulatorAsync(new { name = "Zoë", username = "zoe", phoneWithheld = true });
        await using var listening = await ListeningClient.StartAsync(client, simulator);

        var id = (string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!;

        var message = await listening.Message(id);
        Assert.Null(message["from"]);
        Assert.Equal((string)(await simulator.GetControlAsync($"phones/{Phone}"))["userId"]!, (string)message["userId"]!);
    }

    [ClientFact]
    public async Task Each_status_is_understood_with_the_callback_data_and_the_price()
    {
        await using var simulator = await SimulatorAsync(new { autoRead = true });
        await using var listening = await ListeningClient.StartAsync(client, simulator);
        await simulator.WriteAsync(Phone, "Hi");

        var id = await Sender(simulator).SendAsync("text", new { to = Phone, text = "Hello", callbackData = "order 7 ✓" });

        var sent = await listening.Status(id, "sent");
        Assert.Equal("4915123456789", (string)sent["contact"]!);
        Assert.Equal("order 7 ✓", (string)sent["callbackData"]!);
        Assert.Equal("service", (string)sent["category"]!);
        await listening.Status(id, "delivered");
        await listening.Status(id, "read");
    }

    [ClientFact]
    public async Task A_message_that_failed_later_is_understood_with_its_code()
    {
        await using var simulator = await SimulatorAsync(new { onWhatsApp = false });
        await using var listening = await ListeningClient.StartAsync(client, simulator);

        var id = await Sender(simulator).SendAsync("text", new { to = Phone, text = "Hello" });

        Assert.Equal(131026, (int)(await listening.Status(id, "failed"))["error"]!);
    }

    [ClientFact]
    public async Task A_tap_on_a_button_of_a_template_is_understood_with_its_payload()
    {
        await using var simulator = await SimulatorAsync();
        var template = await simulator.TemplateAsync(Bodies.OptIn());
        await simulator.Business.Webhook(webhook => webhook.Text.Contains(template, StringComparison.Ordinal), "news of the template");
        await using var listening = await ListeningClient.StartAsync(client, simulator);
        var asked = await Sender(simulator)
            .SendAsync("template", new { to = Phone, template = "optin_request", name = "Zoë", accept = "accept:1", decline = "decline:1" });
        await listening.Status(asked, "delivered");

        var tap = await simulator.ControlAsync($"phones/{Phone}/inbox/{asked}/tap", new { button = "Accept" });

        var message = await listening.Message((string)tap["id"]!);
        Assert.Equal("button", (string)message["type"]!);
        Assert.Equal(("Accept", "accept:1"), ((string)message["button"]!["text"]!, (string)message["button"]!["payload"]!));
        Assert.Equal(asked, (string)message["replyTo"]!);
    }

    [ClientFact]
    public async Task A_tap_on_a_reply_button_is_understood_with_its_id()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator);
        await simulator.WriteAsync(Phone, "Hi");
        var buttons = new[] { new { id = "call-yes", title = "Yes" }, new { id = "call-no", title = "No" } };
        var asked = await Sender(simulator).SendAsync("buttons", new { to = Phone, text = "Shall we call you?", buttons });
        await listening.Status(asked, "delivered");

        var tap = await simulator.ControlAsync($"phones/{Phone}/inbox/{asked}/tap", new { button = "No" });

        var message = await listening.Message((string)tap["id"]!);
        Assert.Equal("interactive", (string)message["type"]!);
        Assert.Equal(("No", "call-no"), ((string)message["button"]!["text"]!, (string)message["button"]!["payload"]!));
    }

    [ClientFact]
    public async Task A_row_chosen_from_a_list_is_understood()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator);

        var message = await DoneAsync(simulator, listening, "list-reply", new { id = "row-2", title = "Zürich", description = "Bahnhofstraße" });

        Assert.Equal(("row-2", "Zürich"), ((string)message["row"]!["id"]!, (string)message["row"]!["title"]!));
    }

    [ClientFact]
    public async Task A_location_is_understood()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator);

        var message = await DoneAsync(simulator, listening, "location", new { latitude = 50.94, longitude = -6.96, name = "Café" });

        Assert.Equal((50.94, -6.96), ((double)message["location"]!["latitude"]!, (double)message["location"]!["longitude"]!));
        Assert.Equal("Café", (string)message["location"]!["name"]!);
    }

    [ClientFact]
    public async Task A_contact_card_is_understood()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator);

        var message = await DoneAsync(simulator, listening, "contacts", new { contacts = new[] { new { name = new { formattedName = "Łukasz Wójcik" } } } });

        Assert.Equal("Łukasz Wójcik", (string)message["card"]!);
    }

    [ClientFact]
    public async Task A_reaction_is_understood_with_the_message_it_is_about()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator);
        await simulator.WriteAsync(Phone, "Hi");
        var messageId = await Sender(simulator).SendAsync("text", new { to = Phone, text = "Nine or ten?" });
        await listening.Status(messageId, "delivered");

        var message = await DoneAsync(simulator, listening, "reaction", new { messageId, emoji = "👍🏽" });

        Assert.Equal(("👍🏽", messageId), ((string)message["reaction"]!["emoji"]!, (string)message["reaction"]!["message"]!));
    }

    [ClientFact]
    public async Task A_webhook_that_is_signed_with_another_secret_is_refused()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator, secret: "another-secret");

        var id = (string)(await simulator.WriteAsync(Phone, Words))["id"]!;

        await Eventually.Get(() => RefusedAsync(simulator, id), "webhook that was answered 401");
        Assert.Empty(listening.All);
    }

    [ClientFact]
    public async Task An_address_that_expects_another_verify_token_is_not_taken()
    {
        await using var simulator = await SimulatorAsync();
        await using var listening = await ListeningClient.StartAsync(client, simulator);

        using var reply = await listening.SubscribeAsync(simulator, "another-token");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
    }

    /// <summary>What the client understood of something that the contact did.</summary>
    private static async Task<JsonNode> DoneAsync(RunningSimulator simulator, ListeningClient listening, string act, object what) =>
        await listening.Message((string)(await simulator.ControlAsync($"phones/{Phone}/{act}", what))["id"]!);

    /// <summary>The webhook about a message, once it was answered 401.</summary>
    private static async Task<JsonNode?> RefusedAsync(RunningSimulator simulator, string id) =>
        (await simulator.GetControlAsync("webhooks?pending=true"))
            .AsArray()
            .FirstOrDefault(webhook => (string?)webhook!["subject"] == id && (string?)webhook["outcome"] == "401");

    /// <summary>A simulator with a phone.</summary>
    private static async Task<RunningSimulator> SimulatorAsync(object? phone = null)
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone, phone ?? new { name = "Zoë Müller 🌻" });
        return simulator;
    }

    private Client Sender(RunningSimulator simulator) => new(client, simulator);
}
