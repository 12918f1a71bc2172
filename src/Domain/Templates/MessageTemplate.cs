using System.Collections.Immutable;

namespace MultiLine.Domain.Templates;

/// <summary>A message template as the provider knows it: approved per name and language, with variables in double braces.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview"/></remarks>
public sealed record MessageTemplate
{
    /// <summary>The category of templates that a contact can stop.</summary>
    public const string Marketing = "MARKETING";

    public required string Name { get; init; }

    /// <summary>For example <c>en_US</c>.</summary>
    public required string Language { get; init; }

    public required TemplateStatus Status { get; init; }

    /// <summary>The reviewer's reason where it was rejected.</summary>
    public string? RejectedReason { get; init; }

    /// <summary>UTILITY, MARKETING or AUTHENTICATION.</summary>
    public required string Category { get; init; }

    public string? Header { get; init; }

    public required string Body { get; init; }

    public string? Footer { get; init; }

    /// <summary>Titles of the quick-reply buttons.</summary>
    public ImmutableArray<string> Buttons { get; init; } = [];

    /// <summary>The variables of a text, each once, in the order in which their values are given.</summary>
    public static ImmutableArray<string> VariablesOf(string text) => TemplateText.Variables(text);

    /// <summary>The header's variables, each once. The provider numbers header and body apart.</summary>
    public ImmutableArray<string> HeaderVariables => TemplateText.Variables(Header);

    /// <summary>The body's variables, each once, in the order in which their values are given.</summary>
    public ImmutableArray<string> BodyVariables => TemplateText.Variables(Body);

    /// <summary>The text as the contact sees it.</summary>
    /// <param name="parameters">One value for each of <see cref="HeaderVariables"/> and then of <see cref="BodyVariables"/>.</param>
    public Rendering Render(IReadOnlyList<string> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ImmutableArray<string> variables = [.. HeaderVariables, .. BodyVariables];
        if (parameters.Count != variables.Length)
        {
            return Rendering.Of(new Refusal(
                RefusalCodes.TemplateParameters, $"The template “{Name}” has {variables.Length} variables; {parameters.Count} values were given."));
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            if (TemplateText.Fault(parameters[i]) is { } fault)
            {
                return Rendering.Of(new Refusal(RefusalCodes.TemplateParameters, $"The value of {{{{{variables[i]}}}}} {fault}."));
            }
        }

        string?[] parts =
        [
            TemplateText.Fill(Header, HeaderVariables, parameters),
            TemplateText.Fill(Body, BodyVariables, [.. parameters.Skip(HeaderVariables.Length)]),
            Footer,
        ];
        return new Rendering(string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))), null);
    }
}

/// <summary>Either the text or why there is none.</summary>
public sealed record Rendering(string? Text, Refusal? Refusal)
{
    internal static Rendering Of(Refusal refusal) => new(null, refusal);
}
