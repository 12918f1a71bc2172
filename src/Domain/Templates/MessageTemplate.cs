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

    public ImmutableArray<TemplateButton> Buttons { get; init; } = [];

    public ImmutableArray<string> ButtonTitles => [.. Buttons.Select(button => button.Title)];

    /// <summary>What the header shows where it is no text: IMAGE, VIDEO, DOCUMENT or LOCATION.</summary>
    public string? HeaderMedia { get; init; }

    /// <summary>The variables of a text, each once, in the order in which their values are given.</summary>
    public static ImmutableArray<string> VariablesOf(string text) => TemplateText.Variables(text);

    /// <summary>The header's variables, each once. The provider numbers header and body apart.</summary>
    public ImmutableArray<string> HeaderVariables => TemplateText.Variables(Header);

    /// <summary>The body's variables, each once, in the order in which their values are given.</summary>
    public ImmutableArray<string> BodyVariables => TemplateText.Variables(Body);

    /// <summary>The places, from 0, of the buttons that each message gives a value of its own.</summary>
    public ImmutableArray<int> ButtonVariables => [.. Enumerable.Range(0, Buttons.Length).Where(place => Buttons[place].HasVariable)];

    /// <summary>What needs a value, in the order in which values are given: the header's variables, the body's, and the buttons.</summary>
    public ImmutableArray<string> Variables =>
    [
        .. HeaderVariables.Select(variable => $"header.{variable}"),
        .. BodyVariables,
        .. ButtonVariables.Select(place => $"button.{place}"),
    ];

    /// <summary>The values, taken apart. They are as many as there are <see cref="Variables"/>.</summary>
    public TemplateValues Take(IReadOnlyList<string> parameters)
    {
        var (header, body) = (HeaderVariables.Length, BodyVariables.Length);
        return new TemplateValues(
            [.. parameters.Take(header)], [.. parameters.Skip(header).Take(body)], [.. parameters.Skip(header + body)]);
    }

    /// <summary>What each button opens or copies in a message with these values; empty where none does.</summary>
    public ImmutableArray<string?> Targets(IReadOnlyList<string> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count != Variables.Length || Buttons.All(button => button is { Url: null, HasVariable: false }))
        {
            return [];
        }

        var (places, values) = (ButtonVariables, Take(parameters).Buttons);
        return [.. Buttons.Select((button, place) => places.Contains(place) ? button.Target(values[places.IndexOf(place)]) : button.Url)];
    }

    /// <summary>The text as the contact sees it.</summary>
    /// <param name="parameters">One value for each of <see cref="Variables"/>.</param>
    public Rendering Render(IReadOnlyList<string> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (HeaderMedia is { } media)
        {
            return Rendering.Of(new Refusal(
                RefusalCodes.TemplateParameters,
                $"The template “{Name}” shows {(media == "IMAGE" ? "an image" : $"a {media.ToLowerInvariant()}")} above its text, which can't be sent from here."));
        }

        var variables = Variables;
        if (parameters.Count != variables.Length)
        {
            return Rendering.Of(new Refusal(
                RefusalCodes.TemplateParameters, $"The template “{Name}” has {variables.Length} variables; {parameters.Count} values were given."));
        }

        var values = Take(parameters);
        var faults = values.Header.Concat(values.Body).Select(TemplateText.Fault)
            .Concat(values.Buttons.Select((value, index) => Buttons[ButtonVariables[index]].Fault(value)));
        if (faults.Zip(variables).FirstOrDefault(pair => pair.First is not null) is (not null, _) wrong)
        {
            return Rendering.Of(new Refusal(RefusalCodes.TemplateParameters, $"The value of {{{{{wrong.Second}}}}} {wrong.First}."));
        }

        string?[] parts = [TemplateText.Fill(Header, HeaderVariables, values.Header), TemplateText.Fill(Body, BodyVariables, values.Body), Footer];
        return new Rendering(string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))), null);
    }
}

/// <summary>The values for a template's variables.</summary>
public sealed record TemplateValues(ImmutableArray<string> Header, ImmutableArray<string> Body, ImmutableArray<string> Buttons);

/// <summary>Either the text or why there is none.</summary>
public sealed record Rendering(string? Text, Refusal? Refusal)
{
    internal static Rendering Of(Refusal refusal) => new(null, refusal);
}
