using System.Text.Json;
using MultiLine.Walkthrough.Product;
using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Phones;

/// <summary>A contact's phone, held in the hand.</summary>
internal sealed class ContactPhone(SimulatorClient simulator, string number, string name)
{
    public string Number => number;

    public string Name => name;

    private string Digits => number.TrimStart('+');

    /// <summary>What the business has sent and the phone shows, oldest first.</summary>
    public async Task<IReadOnlyList<PhoneMessage>> ReceivedAsync() =>
        [.. (await simulator.GetAsync($"phones/{Digits}/inbox")).List().Where(message => message.Member("from").Text() == "business").Select(PhoneMessage.Read)];

    /// <summary>Waits for a message of the business.</summary>
    /// <param name="text">Part of its text.</param>
    public async Task<PhoneMessage> ReceivesAsync(string text)
    {
        var message = await simulator.Patience.UntilAsync(
            $"{name}'s phone shows “{text}”",
            async () => (await ReceivedAsync()).LastOrDefault(message => message.Body.Contains(text, StringComparison.Ordinal)));
        Narrator.Say($"{name}'s phone shows: {message}");
        return message;
    }

    /// <summary>Returns WhatsApp's id of the message once the product has answered its webhook with 200.</summary>
    public async Task<string> WriteAsync(string text)
    {
        var sent = await simulator.PostAsync($"phones/{Digits}/messages", new { text });
        return await ToldAsync(sent, $"{name} writes “{text}”");
    }

    /// <inheritdoc cref="WriteAsync"/>
    public async Task<string> TapAsync(PhoneMessage message, string button)
    {
        var sent = await simulator.PostAsync($"phones/{Digits}/inbox/{message.Id}/tap", new { button });
        return await ToldAsync(sent, $"{name} taps [{button}]");
    }

    /// <summary>The contact looks at the chat: everything in it counts as read.</summary>
    public async Task OpenAsync()
    {
        await simulator.PostAsync($"phones/{Digits}/open", new { });
        Narrator.Say($"{name} opens the chat");
    }

    private async Task<string> ToldAsync(JsonElement sent, string act)
    {
        var id = sent.Member("id").Text();
        await simulator.TakenAsync(id);
        Narrator.Say($"{act}; the product answers the webhook with 200");
        return id;
    }
}

/// <param name="Id">The wamid.</param>
internal sealed record PhoneMessage(string Id, string Body, IReadOnlyList<string> Buttons)
{
    public static PhoneMessage Read(JsonElement message) => new(
        message.Member("id").Text(),
        message.Member("body").Text(),
        [.. message.Member("buttons").List().Select(button => button.Member("text").Text())]);

    public override string ToString() => $"“{Body}”{string.Concat(Buttons.Select(button => $" [{button}]"))}";
}
