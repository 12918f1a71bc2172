using System.Globalization;
using System.Text;
using MultiLine.Domain.Archive.Words;

namespace MultiLine.Domain.Archive.Transcripts;

/// <summary>The style sheet: paper, repeated header and footer, and the look. It loads nothing.</summary>
/// <remarks>Margin boxes and page counters: <see href="https://www.w3.org/TR/css-page-3/"/>; Chromium has them since version 131.</remarks>
internal static class TranscriptStyle
{
    public static string Of(Paper paper, string title, string zone, string key) =>
        $$"""
        @page {
          size: {{(paper == Paper.A4 ? "210mm 297mm" : "8.5in 11in")}};
          margin: 24mm 18mm 20mm;
          @top-left { content: {{Quoted(title)}}; font: 8pt sans-serif; color: #444; border-bottom: .5pt solid #bbb; vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 4mm; width: 65%; white-space: nowrap; overflow: hidden; }
          @top-right { content: {{Quoted(TranscriptWords.TimesIn(zone))}}; font: 8pt sans-serif; color: #444; border-bottom: .5pt solid #bbb; vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 4mm; white-space: nowrap; }
          @bottom-left { content: {{Quoted(key)}}; font: 8pt sans-serif; color: #444; }
          @bottom-right { content: {{Quoted(TranscriptWords.Page)}} counter(page) {{Quoted(TranscriptWords.Of)}} counter(pages); font: 8pt sans-serif; color: #444; }
        }
        """ + Look;

    /// <summary>A string of CSS in which nothing but letters and digits stands for itself.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
                quoted.Append((char)rune.Value);
            else if (!SafeText.Acts(rune))
                quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X6}");
        }

        return quoted.Append('"').ToString();
    }

    private const string Look =
        """

        * { box-sizing: border-box; }
        html { font: 9.5pt/1.4 "Noto Sans", "Liberation Sans", Arial, sans-serif; color: #111; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        body { margin: 0 auto; max-width: 180mm; }
        @media screen { body { padding: 12mm 6mm; } }
        .kind { margin: 0; font-size: 8.5pt; letter-spacing: .06em; text-transform: uppercase; color: #555; }
        h1 { margin: 1mm 0 4mm; font-size: 19pt; line-height: 1.2; }
        h2 { margin: 8mm 0 2.5mm; padding-bottom: 1mm; font-size: 12.5pt; border-bottom: 1pt solid #111; break-after: avoid; }
        h3 { margin: 6mm 0 2mm; font-size: 10pt; break-after: avoid; }
        h3 small { font-weight: normal; color: #555; }
        p { margin: 0 0 2mm; }
        bdi, .said, td, dd { overflow-wrap: anywhere; }
        dl.facts { display: grid; grid-template-columns: 32mm 1fr; gap: 1mm 4mm; margin: 0; }
        dl.facts dt { color: #555; }
        dl.facts dd { margin: 0; }
        table { width: 100%; border-collapse: collapse; }
        thead { display: table-header-group; }
        th { text-align: left; font-size: 8pt; font-weight: 600; color: #555; border-bottom: .75pt solid #777; padding: 1mm 2mm 1mm 0; }
        td { vertical-align: top; border-bottom: .5pt solid #ddd; padding: 1.5mm 2mm 1.5mm 0; }
        tr { break-inside: avoid; }
        .note { color: #444; font-size: 8.5pt; }
        .entry { display: grid; grid-template-columns: 25mm 1fr; gap: 0 4mm; margin: 0 0 3mm; }
        .entry, .box { break-inside: avoid; }
        .entry.long { break-inside: auto; }
        .when { font-size: 8pt; color: #444; font-variant-numeric: tabular-nums; padding-top: .4mm; white-space: nowrap; }
        .when .version { display: block; color: #777; }
        .body { border-left: 2pt solid #8a8a8a; padding: 0 0 .5mm 3mm; min-width: 0; }
        .firm .body { border-left-color: #1f4e9c; }
        .event .body { border-left-style: dotted; font-size: 8.5pt; color: #333; }
        .who { margin: 0 0 .5mm; font-size: 8.5pt; color: #555; }
        .who strong { color: #111; font-size: 9.5pt; }
        .said { margin: 0 0 1mm; white-space: pre-wrap; overflow: hidden; }
        .gone { text-decoration: line-through; text-decoration-color: #999; }
        .quote { margin: 0 0 1mm; padding-left: 2mm; border-left: 1pt solid #bbb; color: #555; font-size: 8.5pt; white-space: pre-wrap; overflow: hidden; }
        .detail { margin: 0 0 .5mm; font-size: 8pt; color: #444; white-space: pre-wrap; }
        .detail b { font-weight: 600; }
        .box { margin: 1mm 0; padding: 1.2mm 2mm; border: .75pt solid #777; font-size: 8.5pt; }
        .box.policy { border-color: #8a5a00; background: #fff8e6; }
        .box.deleted { border-color: #a32020; }
        .box > b { display: block; }
        .history { margin: .5mm 0 0; font-size: 7.5pt; color: #555; }
        .history span { display: block; }
        .mark { display: inline-block; padding: 0 .6mm; border: .5pt solid #a32020; color: #a32020; font: 6.5pt monospace; vertical-align: .3mm; }
        .hash { font: 6.8pt "Liberation Mono", "DejaVu Sans Mono", monospace; word-break: break-all; }
        .hash span { display: block; }
        .number { font-variant-numeric: tabular-nums; white-space: nowrap; }

        """;
}
