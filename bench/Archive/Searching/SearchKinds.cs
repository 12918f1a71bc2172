using MultiLine.Archive.Filling;
using MultiLine.Filling;
using MultiLine.Grains.Interfaces.Archive.Search;

namespace MultiLine.Archive.Searching;

/// <summary>What people look for, from what is found at once to what the index alone can't tell.</summary>
/// <param name="words">Of the messages.</param>
/// <param name="end">When the last message was written.</param>
internal sealed class SearchKinds(MadeWords words, DateTimeOffset end)
{
    /// <summary>As of a page of the archive.</summary>
    private const int PageSize = 50;

    private const int Rare = MadeWords.Count - 5_000;

    /// <summary>In one message of fifty.</summary>
    private const int Usual = 100;

    private readonly DateTimeOffset _middle = MadeTalks.Start + (end - MadeTalks.Start) / 2;

    public IReadOnlyList<SearchKind> All =>
    [
        new("a frequent word", i => Text(words[i])),
        new("a rare word", i => Text(words[Rare + i])),
        new("two frequent words", i => Text($"{words[i]} {words[60 + i]}")),
        new("a frequent word and a rare one", i => Text($"{words[i]} {words[Rare + i]}")),
        new("two words that are seldom together", i => Text($"{words[1_000 + i]} {words[1_500 + i]}")),
        new("a phrase", i => Text($"\"{words[i]} {words[60 + i]}\"")),
        new("a phrase that stands nowhere, of words that often are together", i => Text(Nowhere(i % 6))) { Finds = false },
        new("a word without a frequent one", i => Text($"{words[Usual + i]} -{words[0]}")),
        new("a word without a phrase", i => Text($"{words[Usual + i]} -\"{words[0]} {words[1]}\"")),
        new("a word on a line in a month", i => Text(words[Usual + i]) with { Line = MadeTalks.Line(i), From = _middle, Until = _middle.AddDays(30) }),
        new("a word of a contact", i => Text(words[Usual + i]) with { Contact = MadeTalks.Contact(i) }),
        new("a word of a person, in the oldest tenth", i => Text(words[Usual + i]) with
        {
            Author = MadeTalks.Person, Until = MadeTalks.Start + (end - MadeTalks.Start) / 10,
        }),
        new("what policy found with a contact", i => Text("") with { Contact = MadeTalks.Contact(i), Found = MadeTalks.Finding }),
        new("everything of a contact before a day", i => Text("") with { Contact = MadeTalks.Contact(i), Until = _middle }),
        new("everything", _ => Text("")),
    ];

    private string Nowhere(int i) => $"\"{words[i]} {words[i + 1]} {words[i + 2]} {words[i + 3]} {words[i]}\"";

    private static SearchRequest Text(string text) => new() { Person = "cora", Text = text, Limit = PageSize };
}
