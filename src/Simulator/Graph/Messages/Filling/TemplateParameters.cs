using System.Globalization;
using System.Text.RegularExpressions;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Templates;

namespace MultiLine.Simulator.Graph.Messages.Filling;

/// <summary>Puts the parameters of a message into the header or body of a template: by position or, in a NAMED template, by name.</summary>
internal static partial class TemplateParameters
{
    private const int LongestBody = 1024;

    private static readonly string[] TextTypes = ["text", "currency", "date_time"];

    /// <summary>The filled text; empty if the template has no such part.</summary>
    public static Answer<string> Fill(Template template, string type, IReadOnlyList<SentParameter> given)
    {
        var part = template.Part(type.ToUpperInvariant());
        var placeholders = part?.Placeholders ?? [];
        if (given.Count != placeholders.Count)
            return MessageErrors.ParameterCount(type, given.Count, placeholders.Count);
        if (given.Select(parameter => Check(parameter, type, template.IsNamed)).FirstOrDefault(wrong => wrong is not null) is { } wrong)
            return wrong;
        if (Values(given, template.IsNamed, placeholders) is not { } values)
            return MessageErrors.ParameterFormat($"{type}: parameter names do not match those of the template");

        var text = TemplateText.Fill(part?.Text ?? "", values);
        return text.Length > LongestBody ? MessageErrors.TranslatedTextTooLong(type, text.Length, LongestBody) : text;
    }

    private static GraphError? Check(SentParameter parameter, string component, bool isNamed)
    {
        if (!TextTypes.Contains(parameter.Type))
            return MessageErrors.ParameterFormat($"{component}: Format mismatch, expected TEXT, received {NameOfType(parameter)}");
        if (isNamed && string.IsNullOrEmpty(parameter.ParameterName))
            return MessageErrors.ParameterFormat($"{component}: Parameter name is missing or empty");
        if (string.IsNullOrEmpty(parameter.Rendered))
            return GraphErrors.ParameterMissing($"Parameter of type {parameter.Type} is missing text value");
        return Unprintable().IsMatch(parameter.Rendered)
            ? MessageErrors.ParameterText("Param text cannot have new-line/tab characters or more than 4 consecutive spaces")
            : null;
    }

    public static string NameOfType(SentParameter parameter) => parameter.Type?.ToUpperInvariant() ?? "UNKNOWN";

    /// <summary>Null if the names are not those of the template.</summary>
    private static Dictionary<string, string>? Values(IReadOnlyList<SentParameter> given, bool isNamed, IReadOnlyList<string> placeholders)
    {
        var names = given
            .Select((parameter, index) => isNamed ? parameter.ParameterName! : (index + 1).ToString(CultureInfo.InvariantCulture))
            .ToList();
        return names.ToHashSet().SetEquals(placeholders) && names.Count == placeholders.Count
            ? names.Zip(given, (name, parameter) => (name, parameter.Rendered!)).ToDictionary()
            : null;
    }

    [GeneratedRegex(@"[\n\r\t]| {5}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unprintable();
}
