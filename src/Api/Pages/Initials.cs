using System.Globalization;

namespace MultiLine.Api.Pages;

/// <summary>The letters that stand for a person where there is no picture.</summary>
internal static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => "",
            [var only] => First(only),
            [var first, .., var last] => First(first) + First(last),
        };
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
