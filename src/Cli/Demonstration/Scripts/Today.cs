using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Cli.Demonstration.Live;
using static MultiLine.Cli.Demonstration.Cast.Clients;

namespace MultiLine.Cli.Demonstration.Scripts;

/// <summary>What happens on the day of the demonstration itself.</summary>
internal static class Today
{
    /// <summary>Not a client yet, and hides the phone number behind a username.</summary>
    public static readonly Phone Newcomer = new("+61491570157", "Nadia Castellane", Username: "nadia.castellane");

    /// <summary>Whose last messages nobody has read yet.</summary>
    public static readonly Client Unanswered = Freya;

    public static IReadOnlyList<(string Phone, string Text)> Messages { get; } =
    [
        (Leila.Phone, "Good morning Sofia, the removal company wants the completion date in writing. Could you send me something?"),
        (Ingrid.Phone, "Hello Marcus, could we make our call half an hour later?"),
        (Ingrid.Phone, "And may my husband join us?"),
        (Kwame.Phone, "I have my passport here. Do I need anything else for the video call?"),
        (Kwame.Phone, $"And can you take the fee from my card {HousePolicy.Card}?"),
        (Newcomer.Number, "Hello, a friend recommended your bank. Do you look after clients in Australia?"),
    ];

    /// <summary>What the reviewer of the templates is shown in place of the variables.</summary>
    public static readonly string[] Examples = ["Ada Lovelace", "Monday at 10:00"];
}
