using System.Globalization;
using MultiLine.Domain.Content;

namespace MultiLine.Policy.Corpus;

/// <summary>Expressions that were made to be slow, each as large as is accepted, with a message that keeps it busy.</summary>
internal static class HostileExpressions
{
    private const int Seed = 20261129;

    /// <summary>More is accepted of none.</summary>
    private const int Most = 2_000;

    private static readonly (string Name, string Pattern, string Letters)[] Families =
    [
        ("a letter so far back", "a[ab]{#}c", "ab"),
        ("a letter so far back or nearer", "a[ab]{0,#}c", "ab"),
        ("any letters first", "[ab]*a[ab]{#}c", "ab"),
        ("anything between", "a.{0,#}b.{0,#}c", "ab"),
        ("anything, as little as will do", "a.{0,#}?b.{0,#}?c", "ab"),
        ("words between", @"\ba(?:\W+\w+){0,#}\W+c\b", "ab "),
        ("two alternatives", "a(?:a|b){#}c", "ab"),
        ("alternatives that begin alike", "(?:a|ab|aba|abab){#}c", "ab"),
        ("none or one", "a(?:a?b?){#}c", "ab"),
        ("one letter", "a{#}c", "a"),
        ("stars", "(?:a*b*){#}c", "ab"),
        ("stars in a star", "(?:(?:a*b*)*){#}c", "ab"),
        ("letters of any alphabet", @"\w{#}!", "aя中"),
        ("whatever the case", @"(?i)[a-k]{#}x", "aKb\u212A"),
    ];

    /// <param name="length">How long the messages are.</param>
    /// <param name="accepts">The expression may stand in a policy.</param>
    public static IEnumerable<(string Name, string Pattern, MessageContent Message)> Make(int length, Func<string, bool> accepts)
    {
        foreach (var (name, family, letters) in Families)
        {
            if (Largest(family, accepts) is > 0 and var count)
                yield return (name, Write(family, count), Text(letters, length));
        }
    }

    private static int Largest(string family, Func<string, bool> accepts)
    {
        var (accepted, refused) = (0, Most);
        while (refused - accepted > 1)
        {
            var count = (accepted + refused) / 2;
            (accepted, refused) = accepts(Write(family, count)) ? (count, refused) : (accepted, count);
        }

        return accepted;
    }

    private static string Write(string family, int count) => family.Replace("#", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static MessageContent Text(string letters, int length)
    {
        var random = new Random(Seed);
        return new MessageContent { Text = new string(random.GetItems<char>(letters, length)) };
    }
}
