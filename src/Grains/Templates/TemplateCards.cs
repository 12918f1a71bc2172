using System.Collections.Immutable;
using MultiLine.Domain.Templates;
using MultiLine.Grains.Interfaces.Templates;
using Wire = MultiLine.Connectors.WhatsApp.Templates;

namespace MultiLine.Grains.Templates;

/// <summary>Templates between the provider's form, ours, and the one that crosses grain calls.</summary>
internal static class TemplateCards
{
    public static MessageTemplate ToTemplate(this TemplateCard card) => new()
    {
        Name = card.Name,
        Language = card.Language,
        Category = card.Category,
        Status = Words.Read<TemplateStatus>(card.Status) ?? TemplateStatus.Other,
        RejectedReason = card.RejectedReason,
        Header = card.Header,
        Body = card.Body,
        Footer = card.Footer,
        Buttons = card.ButtonDetails is []
            ? [.. card.Buttons.Select(TemplateButton.QuickReply)]
            : [.. card.ButtonDetails.Select(button => new TemplateButton(Kind(button), button.Title) { Url = button.Url })],
        HeaderMedia = card.HeaderMedia,
    };

    /// <summary>Of an opt-in request: which version it is.</summary>
    public static OptInVersion ToVersion(this TemplateCard card) =>
        new(OptInName.Version(card.Name) ?? 0, card.Language, card.Status == Words.Of(TemplateStatus.Approved));

    private static TemplateButtonKind Kind(TemplateButtonCard button) => Words.Read<TemplateButtonKind>(button.Kind) ?? TemplateButtonKind.Other;

    public static TemplateCard ToCard(this Wire.MessageTemplate template)
    {
        var header = Part(template, "HEADER");
        var buttons = Part(template, "BUTTONS")?.Buttons ?? [];
        var card = new TemplateCard
        {
            Id = template.Id,
            Name = template.Name,
            Language = template.Language,
            Category = template.Category ?? "UTILITY",
            Status = Status(template.Status),
            RejectedReason = template.RejectedReason is null or "NONE" ? null : template.RejectedReason,
            Header = header?.Text,
            Body = Part(template, "BODY")?.Text ?? "",
            Footer = Part(template, "FOOTER")?.Text,
            Buttons = [.. buttons.Select(Title)],
            ButtonDetails = [.. buttons.Select(button => new TemplateButtonCard(Words.Of(Kind(button)), Title(button), button.Url))],
            HeaderMedia = header?.Format is null or "TEXT" ? null : header.Format,
            Quality = template.QualityScore?.Score,
            ProviderStatus = template.Status,
        };
        return card.WithVariables();
    }

    private static string Title(Wire.TemplateButton button) => button.Text ?? button.Type;

    private static TemplateButtonKind Kind(Wire.TemplateButton button) => button.Type switch
    {
        "QUICK_REPLY" => TemplateButtonKind.QuickReply,
        "URL" => TemplateButtonKind.Url,
        "COPY_CODE" => TemplateButtonKind.CopyCode,
        "OTP" => TemplateButtonKind.OneTimePassword,
        _ => TemplateButtonKind.Other,
    };

    public static TemplateCard WithVariables(this TemplateCard card) => card with { Variables = card.ToTemplate().Variables };

    public static Wire.TemplateDraft ToWire(this TemplateDraft draft)
    {
        var template = new MessageTemplate
        {
            Name = draft.Name,
            Language = draft.Language,
            Category = draft.Category,
            Status = TemplateStatus.Pending,
            Header = draft.Header,
            Body = draft.Body,
        };
        var examples = template.Take(draft.Examples);
        var named = template.HeaderVariables.Concat(template.BodyVariables).Any(variable => !variable.All(char.IsAsciiDigit));
        List<Wire.TemplateComponent> components = [];
        if (draft.Header is { } header)
        {
            components.Add(named
                ? Wire.TemplateComponent.NamedHeader(header, Named(template.HeaderVariables, examples.Header))
                : Wire.TemplateComponent.Header(header, examples.Header.FirstOrDefault()));
        }

        components.Add(named
            ? Wire.TemplateComponent.NamedBody(draft.Body, Named(template.BodyVariables, examples.Body))
            : Wire.TemplateComponent.Body(draft.Body, examples.Body));
        if (draft.Footer is { } footer)
        {
            components.Add(Wire.TemplateComponent.Footer(footer));
        }

        if (draft.Buttons.Count > 0)
        {
            components.Add(Wire.TemplateComponent.QuickReplies(draft.Buttons));
        }

        return new Wire.TemplateDraft(draft.Name, draft.Language, draft.Category, components, named ? "NAMED" : "POSITIONAL");
    }

    private static IReadOnlyList<Wire.NamedExample> Named(ImmutableArray<string> variables, ImmutableArray<string> examples) =>
        [.. variables.Zip(examples, (variable, example) => new Wire.NamedExample(variable, example))];

    /// <summary>The provider's status as ours.</summary>
    public static string Status(string? provider) => Words.Of(provider switch
    {
        "APPROVED" => TemplateStatus.Approved,
        "PENDING" => TemplateStatus.Pending,
        "REJECTED" => TemplateStatus.Rejected,
        "PAUSED" => TemplateStatus.Paused,
        "DISABLED" => TemplateStatus.Disabled,
        _ => TemplateStatus.Other,
    });

    private static Wire.TemplateComponent? Part(Wire.MessageTemplate template, string type) =>
        template.Components.FirstOrDefault(component => component.Type == type);
}
