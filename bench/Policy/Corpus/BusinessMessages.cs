using System.Globalization;
using System.Text;
using MultiLine.Domain.Content;

namespace MultiLine.Policy.Corpus;

/// <summary>Messages as a firm and its clients write them, the same ones each time; about one in three has something to find.</summary>
internal static class BusinessMessages
{
    private const int Seed = 20261127;

    private static readonly string[] Sentences =
    [
        "Good morning, thanks for the quick call yesterday.", "Could you please send me the statement for the third quarter?", "The order was filled at 101.25, settlement is T+2.",
        "I will be travelling until Thursday, so please write instead.", "Wir haben die Unterlagen heute erhalten, vielen Dank.", "Merci beaucoup, je vous réponds demain matin.",
        "We should talk about the portfolio before the meeting at 14:30.", "The invoice 2026-004711 over 1,250.00 EUR has been paid.", "Is the branch open on Saturday?",
        "Please find the contract attached; page 12 needs a signature.", "Rates moved from 3.125% to 3.25% since we spoke.", "¿Podemos cambiar la cita al viernes?", "That works for me 👍 see you at 9.",
        "Our compliance team has approved the template.", "Yield on the 10Y is up again, the desk expects volatility.",
    ];

    private static readonly string[] Telling =
    [
        "You can reach me at +49 30 5550 0123 any time.", "My card 4111 1111 1111 1111 was declined.", "Please wire it to DE89 3704 0044 0532 0130 00.", "Write to anna.schmidt@example.com instead.",
        "The SSN is 536-22-8441.", "Login from 203.0.113.77 failed, see https://status.example.com/incidents?id=7.",
        "Between us, these are guaranteed returns.", "Please delete this chat when you have read it.",
    ];

    public static IReadOnlyList<MessageContent> Make(int count, int length)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => new MessageContent { Text = Write(random, length) })];
    }

    private static string Write(Random random, int length)
    {
        var text = new StringBuilder();
        var tells = random.Next(3) == 0;
        while (text.Length < length)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(tells ? Telling[random.Next(Telling.Length)] : Sentences[random.Next(Sentences.Length)])} ");
            tells = false;
        }

        // Not between the halves of an emoji.
        return char.IsHighSurrogate(text[length - 1]) ? text.ToString(0, length - 1) + " " : text.ToString(0, length);
    }
}
