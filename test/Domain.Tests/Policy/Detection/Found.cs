using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Domain.Tests.Policy.Detection;

/// <summary>What the detectors find in a text.</summary>
internal static class Found
{
    public static List<Hit> All(string text) => Of(text, DetectorSet.All);

    public static List<Hit> Of(string text, DetectorSet wanted)
    {
        List<Hit> hits = [];
        Detectors.Find(text, wanted, hits);
        return hits;
    }

    /// <summary>The texts of the hits of a type.</summary>
    public static string[] Of(string type, string text) => [.. All(text).Where(h => h.Type == type).Select(h => text[h.Start..h.End])];

    /// <summary>Whatever stands in square brackets in the text, and nothing else, is of the type; without the brackets.</summary>
    public static void Exactly(string type, string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var expected = marked.Split('[').Skip(1).Select(p => p[..p.IndexOf(']', StringComparison.Ordinal)]);
        Assert.Equal(expected, Of(type, text));
    }
}
