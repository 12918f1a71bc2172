using System.Buffers;
using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>Where in a text which subjects are spoken of. Rents memory only for a text that speaks of some.</summary>
internal ref struct ContextIndex
{
    /// <summary>How far before a hit a word counts, in UTF-16 units.</summary>
    public const int Before = 64;

    /// <summary>How far behind a hit a word counts.</summary>
    public const int Behind = 24;

    private const int RightBefore = 12;

    /// <summary>How far before a number its label begins.</summary>
    private const int Label = 28;

    private const int FirstRent = 32;

    private Mention[]? _mentions;
    private int _count;

    public bool IsBuilt { get; private set; }

    /// <summary>In the order of the text.</summary>
    public readonly ReadOnlySpan<Mention> Mentions => _mentions.AsSpan(0, _count);

    public static ContextIndex Build(ReadOnlySpan<char> text)
    {
        var index = new ContextIndex { IsBuilt = true };
        var (previousStart, previousEnd) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            if (!Characters.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (Characters.IsLetter(text[i]) || IsInner(text, i)))
                i++;
            index.Add(start, i, ContextWords.Of(text[start..i]));
            if (previousEnd == start - 1 && previousEnd > 0 && text[previousEnd] is ' ' or '-' && ContextWords.MayBeginPair(text[previousStart..previousEnd]))
                index.AddPair(text[previousStart..i], previousStart, i);
            (previousStart, previousEnd) = (start, i);
        }

        return index;
    }

    /// <summary>One of the subjects is spoken of near the span, and not of a number in another sentence.</summary>
    public readonly bool IsNear(Subjects subjects, ReadOnlySpan<char> text, int start, int end)
    {
        var mentions = Mentions;
        if (mentions.IsEmpty)
            return false;
        var last = Sentence.LatestRelated(text, end, Behind);
        for (var i = FirstBehind(Sentence.EarliestRelated(text, start, Before)); i < mentions.Length && mentions[i].Start < last; i++)
        {
            if ((mentions[i].Subjects & subjects) != Subjects.None && (mentions[i].End <= start || mentions[i].Start >= end))
                return true;
        }

        return false;
    }

    /// <summary>What the last word right before the place speaks of, of the subjects, in its sentence and where no other number is between.</summary>
    public readonly Subjects Latest(Subjects subjects, ReadOnlySpan<char> text, int start)
    {
        var mentions = Mentions;
        if (mentions.IsEmpty)
            return Subjects.None;
        var between = text[Math.Max(0, start - Label)..start];
        var earliest = Math.Max(start - between.Length + between.LastIndexOfAnyInRange('0', '9') + 1, Sentence.StartOf(text, start, Label));
        for (var i = FirstBehind(start) - 1; i >= 0 && mentions[i].Start >= earliest; i--)
        {
            if ((mentions[i].Subjects & subjects) is not Subjects.None and var spoken && mentions[i].End <= start)
                return spoken;
        }

        return Subjects.None;
    }

    /// <summary>One of the subjects is spoken of at most a short word before the place.</summary>
    public readonly bool IsRightBefore(Subjects subjects, int start)
    {
        var mentions = Mentions;
        for (var i = FirstBehind(start - RightBefore); i < mentions.Length && mentions[i].End <= start; i++)
        {
            if ((mentions[i].Subjects & subjects) != Subjects.None)
                return true;
        }

        return false;
    }

    public readonly void Dispose()
    {
        if (_mentions is not null)
            ArrayPool<Mention>.Shared.Return(_mentions);
    }

    private static bool IsInner(ReadOnlySpan<char> text, int i) =>
        text[i] is '_' or '\'' && i + 1 < text.Length && Characters.IsLetter(text[i + 1]);

    /// <summary>The first mention that begins there or later.</summary>
    private readonly int FirstBehind(int position)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions![middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void AddPair(ReadOnlySpan<char> words, int start, int end)
    {
        if (words.Length > ContextWords.Longest)
            return;
        Span<char> spaced = stackalloc char[ContextWords.Longest];
        words.CopyTo(spaced);
        spaced[..words.Length].Replace('-', ' ');
        var subjects = ContextWords.Of(spaced[..words.Length]);
        if (subjects == Subjects.None)
            return;

        // The pair begins before its second word, which may have been added already: order is by beginnings.
        Add(start, end, subjects);
        for (var i = _count - 1; i > 0 && _mentions![i - 1].Start > _mentions[i].Start; i--)
            (_mentions[i - 1], _mentions[i]) = (_mentions[i], _mentions[i - 1]);
    }

    private void Add(int start, int end, Subjects subjects)
    {
        if (subjects == Subjects.None)
            return;
        if (_mentions is null || _count == _mentions.Length)
            Grow();
        _mentions![_count++] = new(start, end, subjects);
    }

    private void Grow()
    {
        var larger = ArrayPool<Mention>.Shared.Rent(Math.Max(FirstRent, _count * 2));
        Mentions.CopyTo(larger);
        Dispose();
        _mentions = larger;
    }

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Mention(int Start, int End, Subjects Subjects);
}
