using System.Text.RegularExpressions;
using MultiLine.Api.Problems;
using MultiLine.Domain.Templates;

namespace MultiLine.Api.Templates;

/// <summary>What a template's parts may be, so that a slip is told at once and not by the provider's reviewers.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components"/></remarks>
internal static partial class TemplateWords
{
    public const int LongestBody = 1024;
    public const int LongestLine = 60;
    public const int LongestButton = 25;
    private const int MostButtons = 10;

    public static void CheckName(string name) =>
        Require(Name().IsMatch(name), "“name” must have 1 to 512 lower-case letters, digits and underscores.");

    public static void CheckLanguage(string language) =>
        Require(Language().IsMatch(language), "“language” must be a code such as en or en_US.");

    public static void CheckText(string part, string text, int longest) =>
        Require(
            !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal),
            $"“{part}” must have 1 to {longest} characters, U+0000 not among them.");

    public static void CheckOptionalText(string part, string? text, int longest)
    {
        if (text is not null)
        {
            CheckText(part, text, longest);
        }
    }

    /// <summary>The text may have the first of these variables, or the first two, and so on.</summary>
    public static void CheckVariables(string part, string text, params string[] filled)
    {
        var variables = MessageTemplate.VariablesOf(text);
        Require(
            variables.SequenceEqual(filled.Take(variables.Length)),
            $"“{part}” can have the variables {string.Join(" and ", filled.Select(variable => $"{{{{{variable}}}}}"))}, in this order and no others.");
    }

    /// <summary>Meta takes variables by number or by name, not both in one template.</summary>
    public static void CheckOneFormat(string? header, string body) =>
        Require(
            MessageTemplate.VariablesOf(header ?? "").Concat(MessageTemplate.VariablesOf(body))
                .Select(variable => variable.All(char.IsAsciiDigit)).Distinct().Count() < 2,
            "The variables of a template are all numbers, such as {{1}}, or all names, such as {{first_name}}.");

    public static void CheckButtons(IReadOnlyList<string> buttons)
    {
        Require(buttons.Count <= MostButtons, $"A template has {MostButtons} buttons at the most.");
        CheckTexts("buttons", buttons, LongestButton);
    }

    public static void CheckTexts(string part, IReadOnlyList<string> texts, int longest)
    {
        foreach (var text in texts)
        {
            CheckText(part, text, longest);
        }
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidRequestException(message);
        }
    }

    [GeneratedRegex(@"^[a-z0-9_]{1,512}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-z]{2,3}(_[A-Z]{2,3})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Language();
}
