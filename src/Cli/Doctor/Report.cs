using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Cli.Doctor.Checks;

namespace MultiLine.Cli.Doctor;

/// <summary>The findings as people and machines read them. What came from elsewhere may repeat a secret: none gets through.</summary>
internal sealed class Report(IReadOnlyList<Finding> findings, IEnumerable<string> secrets)
{
    private const string Hidden = "(hidden)";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>As they are and as they stand in addresses; the longest first, so that none is left standing in part.</summary>
    private readonly string[] _secrets =
    [
        .. secrets.SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret) })
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length),
    ];

    public bool IsGood => findings.All(finding => finding.Outcome.Verdict == Verdict.Ok);

    public string ToText() => string.Concat(findings.Select(Line));

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Ok = IsGood,
            Checks = findings.Select(finding => new
            {
                Check = finding.Check.Name,
                finding.Outcome.Verdict,
                LookedAt = Clean(finding.Outcome.LookedAt),
                Next = finding.Outcome.Next,
                Guide = Guide.PlaceOf(finding.Check.Heading),
            }),
        },
        Json) + "\n";

    private string Line(Finding finding)
    {
        var (check, outcome) = (finding.Check, finding.Outcome);
        var next = outcome.Next is null ? "" : $" → {outcome.Next} See {Guide.File}, “{check.Heading}”.";
        return $"{Word(outcome.Verdict),-8} {check.Name,-15} {Clean(outcome.LookedAt)}{next}\n";
    }

    /// <summary>One line, and no secret.</summary>
    private string Clean(string text) =>
        _secrets.Aggregate(text, (clean, secret) => clean.Replace(secret, Hidden, Comparison(secret))).ReplaceLineEndings(" ");

    /// <summary>%2F is %2f.</summary>
    private static StringComparison Comparison(string secret) =>
        secret.Contains('%', StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static string Word(Verdict verdict) => JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.ToString());
}
