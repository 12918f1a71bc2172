using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace MultiLine.Api.Pages;

/// <summary>A piece of HTML. What is interpolated into it is encoded, unless it is HTML itself.</summary>
internal sealed record Html(string Text)
{
    public static Html Of(HtmlBuilder html) => html.Build();

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));
}

[InterpolatedStringHandler]
internal readonly struct HtmlBuilder(int literalLength, int formattedCount)
{
    private const int GuessedLength = 32;

    private readonly StringBuilder _text = new(literalLength + (GuessedLength * formattedCount));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(value ?? ""));

    public void AppendFormatted(Html html) => _text.Append(html.Text);

    public Html Build() => new(_text.ToString());
}
