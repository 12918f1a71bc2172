using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MultiLine.Domain.Templates;

/// <summary>The text of a template's part, with variables such as <c>{{1}}</c> or <c>{{client_name}}</c>.</summary>
internal static partial class TemplateText
{
    private const int MaxValueLength = 1024;

    /// <summary>
    /// The variables, each once, in the order in which their values are given: numbered ones by their number, as the provider counts them,
    /// named ones as they first appear.
    /// </summary>
    public static ImmutableArray<string> Variables(string? text)
    {
        if (text is null)
        {
            return [];
        }

        ImmutableArray<string> names = [.. Variable().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];
        return names.All(name => name.All(char.IsAsciiDigit))
            ? [.. names.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)]
            : names;
    }

    public static string? Fill(string? text, ImmutableArray<string> variables, IReadOnlyList<string> values) =>
        text is null ? null : Variable().Replace(text, match => values[variables.IndexOf(match.Groups["name"].Value)]);

    /// <summary>Why the provider would refuse this value, or null.</summary>
    /// <remarks>Error 132018 and its siblings: <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes"/></remarks>
    public static string? Fault(string? value) => value switch
    {
        _ when string.IsNullOrWhiteSpace(value) => "is missing",
        { Length: > MaxValueLength } => $"has {value.Length} characters, {MaxValueLength} at the most",
        _ when value.AsSpan().ContainsAny('\n', '\r', '\t') => "has a line break or tab",
        _ when value.Contains("     ", StringComparison.Ordinal) => "has more than four spaces in a row",
        _ when value.Contains('\0', StringComparison.Ordinal) => "has the character U+0000",
        _ => null,
    };

    [GeneratedRegex(@"\{\{(?<name>[a-z0-9_]{1,64})\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
