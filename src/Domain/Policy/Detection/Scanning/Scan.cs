using System.Buffers;

namespace MultiLine.Domain.Policy.Detection.Scanning;

/// <summary>One text on its way through the detectors.</summary>
internal ref struct Scan
{
    /// <summary>How much a word that speaks of the matter, near a hit, adds to its score.</summary>
    public const double ContextBonus = 0.35;

    private readonly List<Hit> _hits;
    private readonly char[]? _folded;
    private ContextIndex _context;

    public Scan(ReadOnlySpan<char> text, List<Hit> hits)
    {
        _hits = hits;
        IsAscii = System.Text.Ascii.IsValid(text);
        if (IsAscii)
        {
            Text = text;
            return;
        }

        _folded = ArrayPool<char>.Shared.Rent(text.Length);
        var folded = _folded.AsSpan(0, text.Length);
        Folding.Fold(text, folded);
        Text = folded;
    }

    public readonly bool IsAscii { get; }

    /// <summary>The text as <see cref="Folding"/> leaves it, unit by unit where it was.</summary>
    public readonly ReadOnlySpan<char> Text { get; }

    /// <summary>The words in the text that say what the numbers beside them are.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref readonly ContextIndex Context
    {
        get
        {
            if (!_context.IsBuilt)
                _context = ContextIndex.Build(Text);
            return ref _context;
        }
    }

    /// <summary>The unit there; NUL outside of the text.</summary>
    public readonly char At(int index) => (uint)index < (uint)Text.Length ? Text[index] : '\0';

    /// <summary>Neither side of the span runs on as a word.</summary>
    public readonly bool IsWhole(int start, int end) => !Characters.IsWord(At(start - 1)) && !Characters.IsWord(At(end));

    public readonly void Report(Detector by, int start, int end, double score)
    {
        // Sums such as 0.3 + 0.35 are rounded to what they say.
        if (score >= Detectors.LowestScore)
            _hits.Add(new Hit(by.Type, start, end, Math.Round(score, 2)));
    }

    /// <summary>Reports what its form alone makes so sure, and a word of the detector's <see cref="Detector.Context"/> nearby surer.</summary>
    public void ReportInContext(Detector by, int start, int end, double score) =>
        Report(by, start, end, IsNear(by.Context, start, end) ? Math.Min(1, score + ContextBonus) : score);

    public bool IsNear(Subjects subjects, int start, int end) => Context.IsNear(subjects, Text, start, end);

    public void Dispose()
    {
        _context.Dispose();
        if (_folded is not null)
            ArrayPool<char>.Shared.Return(_folded, clearArray: true);
    }
}
