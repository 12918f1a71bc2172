using System.Collections.Frozen;

namespace MultiLine.Domain.Policy.Detection.People;

/// <summary>The names of months, whole and cut short, in English, German, French, Spanish, Italian, Dutch, Portuguese and Polish.</summary>
internal static class Months
{
    public const int Longest = 14;

    private static readonly string[] Names =
    [
        "january jan januar jänner janvier janv enero ene gennaio januari janeiro stycznia styczeń", "february feb februar février févr febrero febbraio februari fevereiro lutego luty",
        "march mar märz mrz mars marzo maart março marca marzec", "april apr avril avr abril aprile kwietnia kwiecień", "may mai mayo maggio mei maio maja maj",
        "june jun juni juin junio giugno junho czerwca czerwiec", "july jul juli juillet juil julio luglio julho lipca lipiec", "august aug août agosto augustus sierpnia sierpień",
        "september sep sept septembre septiembre settembre setembro września wrzesień", "october oct oktober okt octobre octubre ottobre outubro października październik",
        "november nov novembre noviembre novembro listopada listopad", "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia grudzień",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers = Names
        .SelectMany((names, i) => names.Split(' ').Select(name => (Name: name, Month: i + 1)))
        .ToFrozenDictionary(n => n.Name, n => n.Month, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12; 0 if it is none.</summary>
    public static int Of(ReadOnlySpan<char> word) => Numbers.TryGetValue(word, out var month) ? month : 0;
}
