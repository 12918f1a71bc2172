using System.Text.RegularExpressions;
using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Graph.Templates;

/// <summary>What a template must look like to be taken for review.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components"/></remarks>
internal static partial class TemplateRules
{
    private const int LongestBody = 1024;
    private const int LongestHeaderOrFooter = 60;
    private const int LongestButton = 25;
    private const int MostButtons = 10;

    public static readonly IReadOnlyList<string> Categories = [AuthenticationTemplate.Category, "MARKETING", "UTILITY"];
    private static readonly string[] Formats = ["POSITIONAL", "NAMED"];
    private static readonly string[] Parts = ["HEADER", "BODY", "FOOTER", "BUTTONS"];
    private static readonly string[] HeaderFormats = ["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"];

    public static GraphError? Check(Template template)
    {
        if (!Name().IsMatch(template.Name))
            return GraphErrors.InvalidParameter("name can have lower case letters, digits and underscores only, at most 512.");
        if (!Categories.Contains(template.Category))
            return GraphErrors.NotOneOf("category", template.Category, Categories);
        if (!Formats.Contains(template.ParameterFormat))
            return GraphErrors.NotOneOf("parameter_format", template.ParameterFormat, Formats);
        if (template.Components.FirstOrDefault(component => !Parts.Contains(component.Type)) is { } unknown)
            return GraphErrors.NotOneOf("components[]['type']", unknown.Type, Parts);
        if (template.Components.DistinctBy(component => component.Type).Count() < template.Components.Count)
            return GraphErrors.InvalidParameter("Each type of component can be there once.");
        if (template.Category == AuthenticationTemplate.Category)
            return AuthenticationTemplate.Check(template);

        return CheckHeader(template.Part("HEADER"))
            ?? CheckBody(template.Part("BODY"), template.IsNamed)
            ?? CheckFooter(template.Part("FOOTER"))
            ?? CheckButtons(template.Part("BUTTONS"));
    }

    private static GraphError? CheckHeader(TemplateComponent? header)
    {
        if (header is null)
            return null;
        if (!HeaderFormats.Contains(header.Format))
            return GraphErrors.NotOneOf("components[]['format']", header.Format ?? "", HeaderFormats);
        if (header.Format != "TEXT")
            return null;
        if (string.IsNullOrEmpty(header.Text))
            return TemplateErrors.Header("A header of format TEXT needs a text.");
        if (header.Text.Length > LongestHeaderOrFooter)
            return TemplateErrors.TooLong("The header", LongestHeaderOrFooter);
        if (header.Text.Contains('\n') || header.Text.Contains('*') || header.Placeholders.Count > 1)
            return TemplateErrors.Header("The message header can't have new lines, formatting characters or more than one variable.");
        return header.Placeholders.Count == 1 && header.Example is null
            ? TemplateErrors.Header("A header with a variable needs an example (header_text).")
            : null;
    }

    private static GraphError? CheckBody(TemplateComponent? body, bool isNamed)
    {
        if (body?.Text is not { Length: > 0 } text)
            return TemplateErrors.Body("A template needs a BODY with a text.");
        if (text.Length > LongestBody)
            return TemplateErrors.TooLong("The body", LongestBody);
        if (text.TrimStart().StartsWith("{{", StringComparison.Ordinal) || text.TrimEnd().EndsWith("}}", StringComparison.Ordinal))
            return TemplateErrors.VariableAtEdge;

        var variables = body.Placeholders.Count;
        if (variables > 0 && body.Example is null)
            return TemplateErrors.Body("A body with variables needs an example (body_text or body_text_named_params).");
        if (body.Placeholders.Any(placeholder => placeholder.All(char.IsAsciiDigit) == isNamed))
            return TemplateErrors.Body("The variables don't match the parameter_format.");
        return Words().Count(TemplateText.WithoutPlaceholders(text)) < (2 * variables) + 1 ? TemplateErrors.TooManyVariables : null;
    }

    private static GraphError? CheckFooter(TemplateComponent? footer)
    {
        if (footer is null)
            return null;
        if (footer.Text is not { Length: > 0 } || footer.Placeholders.Count > 0)
            return TemplateErrors.Footer("A footer needs a text and can't have variables.");
        return footer.Text.Length > LongestHeaderOrFooter ? TemplateErrors.TooLong("The footer", LongestHeaderOrFooter) : null;
    }

    private static GraphError? CheckButtons(TemplateComponent? buttons)
    {
        if (buttons is null)
            return null;
        if (buttons.Buttons is not { Count: > 0 and <= MostButtons } all)
            return GraphErrors.InvalidParameter($"There can be 1 to {MostButtons} buttons.");
        if (all.Any(button => button.Type == "OTP"))
            return GraphErrors.InvalidParameter("A button of type OTP is for authentication templates.");
        return all.Any(button => button.Text is not { Length: > 0 and <= LongestButton } && button.Type != "COPY_CODE")
            ? TemplateErrors.TooLong("The text of a button", LongestButton)
            : null;
    }

    [GeneratedRegex("^[a-z0-9_]{1,512}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
