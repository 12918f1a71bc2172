using System.Text.Json;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Grains;

/// <summary>Between the domain's types and the words that cross grain calls.</summary>
internal static class Words
{
    /// <summary>An enumeration's name as the API writes it: <c>not_asked</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static T? Read<T>(string? word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        return null;
    }

    public static Refused? Of(Refusal? refusal) => refusal is null ? null : new Refused(refusal.Code, refusal.Message)
    {
        Policy = refusal.Policy is { } stop ? new PolicyStopPart(stop.Rules, stop.Contacts) : null,
    };
}
