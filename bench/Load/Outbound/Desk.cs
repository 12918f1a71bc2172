using MultiLine.Load.Running;

namespace MultiLine.Load.Outbound;

/// <summary>One of the two lines that send, each from its own number.</summary>
internal sealed record Desk(string Line, string NumberId, string Display)
{
    /// <summary>Writes from both.</summary>
    public const string Person = "sender";

    public static IReadOnlyList<Desk> Both { get; } =
        [new(Bank.Line, Bank.PhoneNumberId, Bank.Display), new("second", "106540352242923", "+49 30 5550101")];

    /// <summary>What one number may send in a second after the provider's upgrade.</summary>
    private const string PerSecond = "1000";

    /// <summary>Every other limit is the provider's and the product's own: to one contact 45 messages at once, and one more every six seconds.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(
        Both.Index().SelectMany(desk => new KeyValuePair<string, string>[]
        {
            new($"Sending__MessagesPerSecondOf__{desk.Item.NumberId}", PerSecond),
            new($"Simulator__Numbers__{desk.Index}__Id", desk.Item.NumberId),
            new($"Simulator__Numbers__{desk.Index}__DisplayNumber", desk.Item.Display),
            new($"Simulator__Numbers__{desk.Index}__WabaId", Bank.Account),
            new($"Simulator__Numbers__{desk.Index}__MessagesPerSecond", PerSecond),
        }),
        StringComparer.Ordinal);

    public static void Found(string directory)
    {
        Deployment.Found(directory);
        var second = Both[1];
        Deployment.Multiline(
            directory, "line", "add", "--organization", Bank.Organization, "--id", second.Line, "--name", "Second line",
            "--phone-number-id", second.NumberId, "--display", second.Display);
        Deployment.Multiline(
            directory, "person", "add", "--organization", Bank.Organization, "--id", Person, "--name", "Sender", "--role", "user",
            "--line", Bank.Line, "--line", second.Line);
    }
}
