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
        Buttons = [.. card.Buttons],
    };

    public static TemplateCard ToCard(this Wire.MessageTemplate template)
    {
        var header = Part(template, "HEADER");
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
            Buttons = [.. (Part(template, "BUTTONS")?.Buttons ?? []).Select(button => button.Text ?? button.Type)],
            Quality = template.QualityScore?.Score,
            ProviderStatus = template.Status,
        };
        return card.WithVariables();
    }

    public static TemplateCard WithVariables(this TemplateCard card)
    {
        var template = card.ToTemplate();
        return card with { Variables = [.. template.HeaderVariables.Select(variable => $"header.{variable}"), .. template.BodyVariables] };
    }

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
        var headerCount = template.HeaderVariables.Length;
        ImmutableArray<string> examples = [.. draft.Examples.Skip(headerCount)];
        List<Wire.TemplateComponent> components = [];
        if (draft.Header is { } header)
        {
            components.Add(Wire.TemplateComponent.Header(header, draft.Examples.Take(headerCount).FirstOrDefault()));
        }

        var named = template.BodyVariables.Any(variable => !variable.All(char.IsAsciiDigit));
        components.Add(named
            ? Wire.TemplateComponent.NamedBody(
                draft.Body, [.. template.BodyVariables.Zip(examples, (variable, example) => new Wire.NamedExample(variable, example))])
            : Wire.TemplateComponent.Body(draft.Body, examples));
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
