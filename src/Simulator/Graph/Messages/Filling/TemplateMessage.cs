using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Messages.Contents;
using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Filling;

/// <summary>An approved template with its parameters filled in.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/template-messages"/></remarks>
internal static class TemplateMessage
{
    private static readonly string[] ComponentTypes = ["header", "body", "button"];

    /// <param name="named">All languages of a name.</param>
    /// <param name="file">Looks at the file of a header; answers with what the phone shows of it.</param>
    public static Answer<Draft> Compose(
        TemplateContent? content,
        Func<string, IReadOnlyList<Template>> named,
        Func<string, MediaContent, Answer<BubbleMedia>> file
    )
    {
        if (content is null)
            return GraphErrors.ParameterRequired("template");
        if (content.Name is not { Length: > 0 } name)
            return GraphErrors.ParameterRequired("template['name']");
        if (content.Language?.Code is not { Length: > 0 } language)
            return GraphErrors.ParameterRequired("template['language']['code']");
        if (content.Language.Policy is { } policy && policy != "deterministic")
            return GraphErrors.NotOneOf("template['language']['policy']", policy, ["deterministic"]);

        var components = content.Components ?? [];
        if (components.FirstOrDefault(component => !ComponentTypes.Contains(Lower(component.Type))) is { } unknown)
            return GraphErrors.NotOneOf("template['components'][]['type']", unknown.Type ?? "", ComponentTypes);

        var template = named(name).FirstOrDefault(candidate => candidate.Language == language);
        return Sendable(template, name, language).IsRefused(out var refusal, out template) ? refusal : Fill(template, components, file);
    }

    private static Answer<Template> Sendable(Template? template, string name, string language) =>
        template switch
        {
            { Status: "APPROVED" } => template,
            { Status: "PAUSED" } => MessageErrors.TemplatePaused(name),
            { Status: "DISABLED" } => MessageErrors.TemplateDisabled(name),
            _ => MessageErrors.TemplateMissing(name, language),
        };

    private static Answer<Draft> Fill(
        Template template,
        IReadOnlyList<SentComponent> components,
        Func<string, MediaContent, Answer<BubbleMedia>> file
    )
    {
        if (TemplateHeader.Fill(template, Sent(components, "header"), file).IsRefused(out var refusal, out var shown))
            return refusal;
        if (TemplateParameters.Fill(template, "body", Sent(components, "body")).IsRefused(out refusal, out var body))
            return refusal;
        if (
            TemplateButtons
                .Fill(template, [.. components.Where(component => Lower(component.Type) == "button")])
                .IsRefused(out refusal, out var buttons)
        )
            return refusal;

        shown = shown with { Body = body, Footer = template.Part("FOOTER")?.Text, Buttons = buttons };
        return new Draft("template", shown, template.Category.ToLowerInvariant())
        {
            ToPhoneOnly = template.Part("BUTTONS")?.Buttons?.Any(button => button.Type == "OTP") ?? false,
        };
    }

    private static IReadOnlyList<SentParameter> Sent(IReadOnlyList<SentComponent> components, string type) =>
        components.FirstOrDefault(component => Lower(component.Type) == type)?.Parameters ?? [];

    private static string? Lower(string? type) => type?.ToLowerInvariant();
}
