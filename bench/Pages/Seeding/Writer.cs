using System.Globalization;

namespace MultiLine.Pages.Seeding;

/// <summary>What contacts write: mostly short, some long, with emoji, links, quotations and taps on buttons; the same each time.</summary>
internal sealed class Writer(int seed)
{
    private static readonly string[] s_texts =
    [
        "Yes, please.",
        "Thanks!",
        "👍",
        "Good morning, is the statement of last month ready?",
        "I will be in the branch on Thursday around eleven.",
        "Danke, das passt so. 😊",
        "🎉🎉🎉",
        "Could you call me back after four? I am in a meeting until then.",
        "Here it is: https://www.example.com/statements/2026/03?view=summary",
        "No, the other account, the one that ends in 4471.",
        "OK",
        "I have read the document that you sent on Monday. Two things are not clear to me: the fee in the second table, which was not there "
            + "a year ago, and the date from which the new rate applies. Could we go through both of them when we meet?",
        "¿Podemos hablar mañana por la tarde?",
        "Just to be sure:\n– 12,000 from the savings account\n– on the 15th\n– to the account of the company\nIs that right?",
        "Sounds good 🙏🏽",
        "My new address is 14 Station Road; the post goes there from next week on.",
    ];

    private readonly Random _chance = new(seed);
    private readonly Queue<string> _lately = new();
    private long _written;

    /// <summary>One of <c>value.messages</c> of a webhook.</summary>
    public object Write(string from, DateTimeOffset at)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"wamid.{seed}.{from}.{_written++}");
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var quoted = _lately.Count > 0 && _chance.Next(12) == 0 ? new { id = _lately.Peek() } : null;
        _lately.Enqueue(id);
        if (_lately.Count > 8)
        {
            _lately.Dequeue();
        }

        return _chance.Next(25) == 0
            ? new
            {
                from,
                id,
                timestamp,
                type = "interactive",
                interactive = new { type = "button_reply", button_reply = new { id = "yes", title = "Yes, call me" } },
            }
            : quoted is null
                ? new { from, id, timestamp, type = "text", text = new { body = Text() } }
                : new { from, id, timestamp, type = "text", context = quoted, text = new { body = Text() } };
    }

    public string Text() => s_texts[_chance.Next(s_texts.Length)];
}
