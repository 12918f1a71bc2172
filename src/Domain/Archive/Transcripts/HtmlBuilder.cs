using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MultiLine.Domain.Archive.Transcripts;

/// <summary>
/// HTML whose holes can't be forgotten to be escaped: what stands in braces of an interpolated string is text, and everything in it is shown, nothing acts.
/// </summary>
internal sealed class HtmlBuilder
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;

    private readonly StringBuilder _html = new();

    public HtmlBuilder Add([InterpolatedStringHandlerArgument("")] ref Handler markup) => this;

    public override string ToString() => _html.ToString();

    /// <summary>A text as characters of HTML; what would act or hide is named by its code point.</summary>
    public static void AppendText(StringBuilder html, string text)
    {
        var previous = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            i += length;
            Rune.DecodeFromUtf16(text.AsSpan(i), out var next, out _);
            html.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\r' when next.Value == '\n' => "",
                '\r' => "\n",
                _ when SafeText.Acts(rune) && !Joins(previous, rune, next) =>
                    string.Create(CultureInfo.InvariantCulture, $"<span class=\"mark\">U+{rune.Value:X4}</span>"),
                _ => rune.ToString(),
            });
            previous = rune;
        }
    }

    /// <summary>Some writings and emoji are spelled with characters that elsewhere only hide.</summary>
    private static bool Joins(Rune previous, Rune rune, Rune next) => rune.Value switch
    {
        ZeroWidthJoiner when IsPicture(previous) && IsPicture(next) => true,
        ZeroWidthJoiner or ZeroWidthNonJoiner => IsJoining(previous) && IsJoining(next),
        >= 0xE0020 and <= 0xE007F => previous.Value is BlackFlag or >= 0xE0020 and < 0xE007F,
        _ => false,
    };

    /// <summary>An emoji, a skin tone, or the selector of the coloured form.</summary>
    private static bool IsPicture(Rune rune) => rune.Value is >= 0x1F000 and <= 0x1FAFF or >= 0x2190 and <= 0x2BFF or 0xFE0F;

    /// <summary>Arabic with its supplements, the writings of India, and those near them.</summary>
    private static bool IsJoining(Rune rune) => rune.Value is >= 0x0600 and <= 0x08FF or >= 0x0900 and <= 0x109F or >= 0x1780 and <= 0x18AF;

    [InterpolatedStringHandler]
    public readonly ref struct Handler(int literalLength, int formattedCount, HtmlBuilder builder)
    {
        private readonly StringBuilder _html = builder._html;

        /// <summary>How much there will be does not matter here.</summary>
        public int Expected { get; } = literalLength + formattedCount;

        public void AppendLiteral(string literal) => _html.Append(literal);

        public void AppendFormatted(string? text) => AppendText(_html, text ?? "");

        public void AppendFormatted(long number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
