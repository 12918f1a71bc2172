using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>
/// Groups of digits with little between them, from one group on: as many of them as one number can have. Invisible characters inside a
/// group don't end it.
/// </summary>
internal struct DigitGroups
{
    public const int MostGroups = 12;
    public const int MostDigits = 24;

    /// <summary>The longest that stands between two groups: <c>") - "</c>.</summary>
    private const int LongestGap = 3;

    private Places _starts;
    private Places _ends;
    private Places _totals;
    private Figures _digits;

    /// <summary>How many groups there are; 0 where the first one has more digits than any number.</summary>
    public int Count { get; private set; }

    /// <summary>The first group is the later part of a decimal or of an enumeration: a point or comma between digits is before it.</summary>
    public bool FollowsPoint { get; private set; }

    public readonly int Start => _starts[0];

    /// <summary>The values of all digits, without what is between them.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Digits => ((ReadOnlySpan<byte>)_digits)[..Total(Count)];

    public static void Read(ReadOnlySpan<char> text, int start, out DigitGroups groups)
    {
        Unsafe.SkipInit(out groups);
        groups.Count = 0;
        groups.FollowsPoint = start > 1 && text[start - 1] is '.' or ',' && char.IsAsciiDigit(text[start - 2]);
        var (i, total) = (start, 0);
        while (groups.Count < MostGroups)
        {
            var (groupStart, groupEnd, before) = (i, i, total);
            for (; i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == Folding.Invisible); i++)
            {
                if (text[i] == Folding.Invisible)
                    continue;
                if (total == MostDigits)
                    return;
                groups._digits[total++] = (byte)(text[i] - '0');
                groupEnd = i + 1;
            }

            if (total == before)
                return;
            groups._starts[groups.Count] = groupStart;
            groups._ends[groups.Count] = groupEnd;
            groups._totals[groups.Count] = total;
            groups.Count++;
            i = EndOfGap(text, groupEnd);
            if (i < 0)
                return;
        }
    }

    public readonly int StartOf(int group) => _starts[group];

    public readonly int EndOf(int group) => _ends[group];

    /// <summary>How many digits the first groups have.</summary>
    public readonly int Total(int groups) => groups == 0 ? 0 : _totals[groups - 1];

    public readonly int SizeOf(int group) => Total(group + 1) - Total(group);

    /// <summary>What stands between a group and the next one.</summary>
    public readonly ReadOnlySpan<char> Gap(ReadOnlySpan<char> text, int group) => text[_ends[group].._starts[group + 1]];

    /// <summary>How many groups have exactly that many digits; 0 if none.</summary>
    public readonly int GroupsWith(int digits)
    {
        for (var groups = 1; groups <= Count && Total(groups) <= digits; groups++)
        {
            if (Total(groups) == digits)
                return groups;
        }

        return 0;
    }

    public readonly bool HasSizes(params ReadOnlySpan<int> sizes)
    {
        if (Count < sizes.Length)
            return false;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (SizeOf(i) != sizes[i])
                return false;
        }

        return true;
    }

    /// <summary>Between the first groups is always the same one character; true for one group.</summary>
    public readonly bool IsEvenlySpaced(ReadOnlySpan<char> text, int groups)
    {
        for (var i = 0; i < groups - 1; i++)
        {
            var gap = Gap(text, i);
            if (gap.Length != 1 || gap[0] is '(' or ')' || gap[0] != text[_ends[0]])
                return false;
        }

        return true;
    }

    /// <summary>The first groups are a number of their own, and not a piece of a longer one or of an identifier.</summary>
    public readonly bool StandAlone(ReadOnlySpan<char> text, int groups)
    {
        var end = EndOf(groups - 1);
        return !FollowsPoint && (Start == 0 || text[Start - 1] != '+') && !IsJoined(text, Start - 1, -1) && !IsJoined(text, end, 1)
            && (end == text.Length || !Characters.IsWord(text[end]));
    }

    /// <summary>A hyphen, point, comma or slash with a digit on its other side.</summary>
    private static bool IsJoined(ReadOnlySpan<char> text, int at, int direction)
    {
        var beyond = at + direction;
        return at >= 0 && at < text.Length && beyond >= 0 && beyond < text.Length
            && text[at] is '-' or '.' or ',' or '_' or '/' or '+' or '\'' && char.IsAsciiDigit(text[beyond]);
    }

    /// <summary>Where the next group begins; -1 if none does.</summary>
    private static int EndOfGap(ReadOnlySpan<char> text, int i)
    {
        var latest = Math.Min(text.Length, i + LongestGap + 1);
        for (var start = i; i < latest; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                return i > start ? i : -1;
            if (text[i] is not (' ' or '-' or '.' or '/' or '(' or ')' or Folding.Invisible))
                return -1;
        }

        return -1;
    }

    [InlineArray(MostGroups)]
    private struct Places
    {
        private int _first;
    }

    [InlineArray(MostDigits)]
    private struct Figures
    {
        private byte _first;
    }
}
