using System.Runtime.InteropServices;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>How often something happened in random values: a property says nothing of what never does.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Count(string what, bool happened = true)
    {
        if (happened)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, what, out _)++;
        }
    }

    public void AssertEach(int atLeast, IEnumerable<string> things) => Assert.All(things, what =>
        Assert.True(_counts.GetValueOrDefault(what) >= atLeast, $"{what}: {_counts.GetValueOrDefault(what)} times"));
}
