using System.Text.Json;
using System.Text.RegularExpressions;

namespace MultiLine.Api.Problems;

/// <summary>Says what the framework found wrong with a request, without the names of .NET types that its own messages hold.</summary>
internal static partial class BadRequestWords
{
    public static string Describe(BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => "The body is too large.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be JSON in UTF-8, with the content type application/json.",
        _ when exception.InnerException is JsonException json => Describe(json),
        _ when Required().Match(exception.Message) is { Success: true } match => $"“{match.Groups["name"].Value}” is missing.",
        _ when Parameter().Match(exception.Message) is { Success: true } match => $"“{match.Groups["name"].Value}” has the wrong form.",
        _ => "The request can't be understood.",
    };

    private static string Describe(JsonException exception)
    {
        if (Missing().Match(exception.Message) is { Success: true } missing)
        {
            return $"The body lacks {missing.Groups["names"].Value.Replace('\'', '“').TrimEnd('.')}.";
        }

        var place = exception.Path is { Length: > 1 } path ? $" at {path}" : "";
        return exception.Message.StartsWith("The JSON property", StringComparison.Ordinal)
            ? $"The body has a property{place} that is not known here."
            : $"The body is not JSON of the expected form{place}.";
    }

    [GeneratedRegex("""^Required parameter "[^"]*?(?<name>[^" ]+)" """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Required();

    [GeneratedRegex("""parameter "[^"]*?(?<name>[^" ]+)" """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Parameter();

    [GeneratedRegex("missing required properties including: (?<names>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Missing();
}
