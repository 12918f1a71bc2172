using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MultiLine.Clients.Tests.Harness;

namespace MultiLine.Clients.Tests.Suites;

/// <summary>What each client sends through the simulator.</summary>
public abstract class SendingSuite(string client)
{
    private protected const string Phone = "+4915123456789";
    private protected const string Words = "Grüße aus Köln 👋🏽 https://example.org";

    private static readonly byte[] Picture = RandomNumberGenerator.GetBytes(3000);

    [ClientFact]
    public async Task Text_with_a_preview_arrives_on_the_phone()
    {
        await using var simulator = await SimulatorAsync();

        var sent = await For(simulator).CallAsync("text", new { to = Phone, text = Words });

        Assert.Equal("4915123456789", (string)sent["contact"]!);
        Assert.Equal(Words, (string)(await ShownAsync(simulator, (string)sent["id"]!))["body"]!);
    }

    [ClientFact]
    public async Task Who_is_known_by_user_id_only_is_written_to_by_it()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone, new { username = "zoe", phoneWithheld = true });
        await simulator.WriteAsync(Phone, "Hi");
        var userId = (string)(await simulator.GetControlAsync($"phones/{Phone}"))["userId"]!;

        var sent = await For(simulator).CallAsync("text", new { userId, text = Words });

        Assert.Equal(userId, (string)sent["contact"]!);
        Assert.Equal(Words, (string)(await ShownAsync(simulator, (string)sent["id"]!))["body"]!);
    }

    [ClientFact]
    public async Task A_reply_quotes_the_message_of_the_contact()
    {
        await using var simulator = await SimulatorAsync();
        var asked = (string)(await simulator.WriteAsync(Phone, "When do you open?"))["id"]!;

        var id = await For(simulator).SendAsync("text", new { to = Phone, text = "At nine.", replyTo = asked });

        Assert.Equal(asked, (string)(await ShownAsync(simulator, id))["replyTo"]!);
    }

    [ClientFact]
    public async Task A_template_arrives_with_its_parameters_and_the_payloads_of_its_buttons()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.TemplateAsync(Bodies.OptIn());

        var id = await For(simulator)
            .SendAsync("template", new { to = Phone, template = "optin_request", name = "Zoë", accept = "accept:1", decline = "decline:1" });

        var shown = await ShownAsync(simulator, id);
        Assert.Equal("Hello Zoë, may we write to you here?", (string)shown["body"]!);
        Assert.Equal(["Accept", "Decline"], shown["buttons"]!.AsArray().Select(button => (string)button!["text"]!));
        Assert.Equal(["accept:1", "decline:1"], shown["buttons"]!.AsArray().Select(button => (string)button!["payload"]!));
    }

    [ClientFact]
    public async Task Reply_buttons_arrive_with_their_ids()
    {
        await using var simulator = await SimulatorAsync();

        var buttons = new[] { new { id = "call-yes", title = "Yes" }, new { id = "call-no", title = "No" } };
        var id = await For(simulator).SendAsync("buttons", new { to = Phone, text = "Shall we call you?", buttons });

        var shown = await ShownAsync(simulator, id);
        Assert.Equal("Shall we call you?", (string)shown["body"]!);
        Assert.Equal(["call-yes", "call-no"], shown["buttons"]!.AsArray().Select(button => (string)button!["payload"]!));
    }

    [ClientFact]
    public async Task A_list_arrives_with_its_rows()
    {
        await using var simulator = await SimulatorAsync();

        var rows = new[] { new { id = "k", title = "Köln", description = "Am Dom" }, new { id = "z", title = "Zürich", description = "Am See" } };
        var id = await For(simulator).SendAsync("list", new { to = Phone, text = "Which office?", button = "Choose", rows });

        var shown = await ShownAsync(simulator, id);
        Assert.Equal("Which office?", (string)shown["body"]!);
        var section = shown["list"]!["sections"]!.AsArray().Single()!;
        Assert.Equal(["Köln", "Zürich"], section["rows"]!.AsArray().Select(row => (string)row!["title"]!));
    }

    [ClientFact]
    public async Task A_location_arrives_where_it_is()
    {
        await using var simulator = await SimulatorAsync();

        var location = new { latitude = 50.94, longitude = -6.96, name = "Café", address = "Domplatz 1" };
        var id = await For(simulator).SendAsync("location", new { to = Phone, location });

        var shown = (await ShownAsync(simulator, id))["location"]!;
        Assert.Equal((50.94, -6.96), ((double)shown["latitude"]!, (double)shown["longitude"]!));
        Assert.Equal(("Café", "Domplatz 1"), ((string)shown["name"]!, (string)shown["address"]!));
    }

    [ClientFact]
    public async Task A_reaction_is_seen_on_the_message_of_the_contact()
    {
        await using var simulator = await SimulatorAsync();
        var message = (string)(await simulator.WriteAsync(Phone, "Thank you"))["id"]!;

        var id = await For(simulator).SendAsync("reaction", new { to = Phone, message, emoji = "👍" });

        await simulator.Business.Status(id, "sent");
        var chat = (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray();
        Assert.Equal("👍", (string)chat.Single(shown => (string)shown!["id"]! == message)!["businessReaction"]!);
    }

    [ClientFact]
    public async Task A_picture_is_uploaded_and_sent_by_its_id()
    {
        await using var simulator = await SimulatorAsync();
        var media = await UploadedAsync(simulator);

        var id = await For(simulator).SendAsync("image", new { to = Phone, media, caption = "Ihre Karte ✨" });

        var shown = await ShownAsync(simulator, id);
        Assert.Equal(media, (string)shown["media"]!["id"]!);
        Assert.Equal("image/png", (string)shown["media"]!["mimeType"]!);
        Assert.Equal("Ihre Karte ✨", (string)shown["body"]!);
    }

    [ClientFact]
    public async Task A_picture_is_downloaded_from_the_address_that_it_is_said_to_be_at()
    {
        await using var simulator = await SimulatorAsync();
        var media = await UploadedAsync(simulator);

        var file = await For(simulator).CallAsync("download", new { media });

        Assert.Equal("image/png", (string)file["mimeType"]!);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), (string)file["sha256"]!);
        Assert.Equal(Picture, Convert.FromBase64String((string)file["bytes"]!));
    }

    [ClientFact]
    public async Task A_deleted_picture_can_not_be_sent_any_more()
    {
        await using var simulator = await SimulatorAsync();
        var media = await UploadedAsync(simulator);

        Assert.True((bool)(await For(simulator).CallAsync("deleteMedia", new { media }))["success"]!);

        var refused = await For(simulator).CallAsync("image", new { to = Phone, media });
        Assert.Equal(100, (int)refused["error"]!["code"]!);
    }

    [ClientFact]
    public async Task A_message_is_marked_as_read() => await MarkedAsReadAsync(typing: false);

    [ClientFact]
    public async Task Who_is_seen_typing_has_read() => await MarkedAsReadAsync(typing: true);

    [ClientFact]
    public async Task A_wrong_token_is_told_as_190()
    {
        await using var simulator = await SimulatorAsync();

        var refused = await For(simulator).CallAsync("text", new { to = Phone, text = Words, token = "expired" });

        Assert.Equal(190, (int)refused["error"]!["code"]!);
        Assert.Equal(0, (int)(await simulator.GetControlAsync("messages"))["total"]!);
    }

    [ClientFact]
    public async Task A_closed_window_is_told_as_131047_with_its_details()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();

        var refused = await For(simulator).CallAsync("text", new { to = Phone, text = Words });

        Assert.Equal(131047, (int)refused["error"]!["code"]!);
        Assert.NotEmpty((string)refused["error"]!["details"]!);
    }

    [ClientFact]
    public async Task Too_many_messages_at_once_are_told_as_130429()
    {
        await using var simulator = await SimulatorAsync();
        await simulator.FaultAsync(new { kind = "rateLimit" });

        var refused = await For(simulator).CallAsync("text", new { to = Phone, text = Words });

        Assert.Equal(130429, (int)refused["error"]!["code"]!);
    }

    [ClientFact]
    public async Task A_file_that_WhatsApp_does_not_take_is_told_as_131053()
    {
        await using var simulator = await SimulatorAsync();

        var refused = await For(simulator).CallAsync("upload", new { bytes = "", mimeType = "image/png" });

        Assert.Equal(131053, (int)refused["error"]!["code"]!);
    }

    private protected Client For(RunningSimulator simulator) => new(client, simulator);

    /// <summary>A simulator with a phone that has written.</summary>
    private protected static async Task<RunningSimulator> SimulatorAsync()
    {
        var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync(Phone);
        await simulator.WriteAsync(Phone, "Hi");
        return simulator;
    }

    /// <summary>The message as the contact sees it.</summary>
    private protected static async Task<JsonNode> ShownAsync(RunningSimulator simulator, string id)
    {
        await simulator.Business.Status(id, "delivered");
        return (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray().Single(message => (string)message!["id"]! == id)!;
    }

    private async Task<string> UploadedAsync(RunningSimulator simulator) =>
        await For(simulator).SendAsync("upload", new { bytes = Convert.ToBase64String(Picture), mimeType = "image/png" });

    private async Task MarkedAsReadAsync(bool typing)
    {
        await using var simulator = await SimulatorAsync();
        var message = (string)(await simulator.WriteAsync(Phone, "Is anybody there?"))["id"]!;

        Assert.True((bool)(await For(simulator).CallAsync("read", new { message, typing }))["success"]!);

        var chat = (await simulator.GetControlAsync($"phones/{Phone}/inbox")).AsArray();
        Assert.True((bool)chat.Single(shown => (string)shown!["id"]! == message)!["read"]!);
    }
}
