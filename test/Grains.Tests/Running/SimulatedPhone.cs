
namespace MultiLine.Grains.Tests.Running;

/// <summary>A contact's phone.</summary>
public sealed class SimulatedPhone(SimulatedWhatsApp simulator, string number)
{
    /// <summary>E.164.</summary>
    public string Number => number;

    private string Path => $"phones/{Uri.EscapeDataString(number)}";

    /// <summary>The contact writes to one of our numbers.</summary>
    /// <returns>The provider's id of the message.</returns>
    public async Task<string> Write(string text, string to) => (string)(await simulator.Call(HttpMethod.Post, $"{Path}/messages", new { text, to }))["id"]!;

    /// <summary>The contact sends a file that was uploaded.</summary>
    /// <returns>The provider's id of the message.</returns>
    public async Task<string> SendFile(string mediaId, string to) =>
        (string)(await simulator.Call(HttpMethod.Post, $"{Path}/media?numberId={to}", new { mediaId }))["id"]!;

    /// <summary>The contact taps a button of the newest message that has it.</summary>
    /// <returns>The provider's id of the answer.</returns>
    public async Task<string> Tap(string button)
    {
        var asked = (await Shown()).Last(message => message.Buttons.Contains(button));
        return (string)(await simulator.Call(HttpMethod.Post, $"{Path}/inbox/{Uri.EscapeDataString(asked.Id)}/tap", new { button }))["id"]!;
    }

    public Task Change(object settings) => simulator.Call(HttpMethod.Patch, Path, settings);

    /// <summary>Meta's business-scoped user id of the contact.</summary>
    public async Task<string> Bsuid() => (string)(await simulator.Get(Path))["userId"]!;

    /// <summary>What has arrived from the business, oldest first.</summary>
    public async Task<IReadOnlyList<ShownMessage>> Shown() =>
    [
        .. (await simulator.Get($"{Path}/inbox")).AsArray()
            .Where(message => (string)message!["from"]! == "business")
            .Select(message => new ShownMessage(
                (string)message!["id"]!,
                (string)message["body"]!,
                [.. message["buttons"]?.AsArray().Select(button => (string)button!["text"]!) ?? []],
                (string?)message["replyTo"])
            {
                Values = [.. message["buttons"]?.AsArray().Select(button => (string?)button!["value"]).OfType<string>() ?? []],
            }),
    ];

    /// <summary>What the contact wrote and sees that it was read, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Read() =>
    [
        .. (await simulator.Get($"{Path}/inbox")).AsArray()
            .Where(message => (string)message!["from"]! == "contact" && (bool)message["read"]!)
            .Select(message => (string)message!["body"]!),
    ];
}

/// <summary>A message as the contact sees it.</summary>
public sealed record ShownMessage(string Id, string Body, IReadOnlyList<string> Buttons, string? ReplyTo)
{
    /// <summary>What buttons copy.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
