using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>The buttons of a template with what the message adds to them: payloads of quick replies, ends of addresses.</summary>
internal static class TemplateButtons
{
    private const int LongestPayload = 128;

    public static Answer<IReadOnlyList<BubbleButton>> Fill(Template template, IReadOnlyList<SentComponent> given)
    {
        var buttons = template.Part("BUTTONS")?.Buttons ?? [];
        foreach (var component in given)
        {
            if (Check(component, buttons) is { } wrong)
                return wrong;
        }

        for (var index = 0; index < buttons.Count; index++)
        {
            var needsParameter = TemplateText.PlaceholdersOf(buttons[index].Url).Count > 0;
            if (needsParameter && given.All(component => component.Index != index))
                return GraphErrors.ParameterMissing($"buttons: Button at index {index} of type Url requires a parameter");
        }

        return buttons
            .Select((button, index) => Show(button, given.FirstOrDefault(component => component.Index == index)?.Parameters?[0]))
            .ToList();
    }

    private static GraphError? Check(SentComponent component, IReadOnlyList<TemplateButton> buttons)
    {
        if (component is not { SubType: { Length: > 0 } subType, Index: { } index, Parameters: [var parameter, ..] })
            return GraphErrors.ParameterMissing("buttons: sub_type, index and parameters are required.");
        if (index < 0 || index >= buttons.Count || !buttons[index].Type.Equals(subType, StringComparison.OrdinalIgnoreCase))
            return MessageErrors.ParameterText($"buttons: Button at index {index} of type {subType} does not exist in the template");

        return (buttons[index].Type, parameter) switch
        {
            ("QUICK_REPLY", { Type: "payload", Payload.Length: > 0 and <= LongestPayload }) => null,
            ("QUICK_REPLY", { Type: "payload", Payload: { Length: > 0 } }) => GraphErrors.ParameterInvalid(
                $"buttons: a payload can have at most {LongestPayload} characters."
            ),
            ("URL", { Type: "text", Text.Length: > 0 }) => null,
            _ => MessageErrors.ParameterFormat($"buttons: parameter of button {index} does not match its type {subType}"),
        };
    }

    /// <summary>A quick reply without a payload of its own gives back its text.</summary>
    private static BubbleButton Show(TemplateButton button, SentParameter? parameter) =>
        button.Type switch
        {
            "QUICK_REPLY" => new BubbleButton("quick_reply", button.Text ?? "", parameter?.Payload ?? button.Text),
            _ => new BubbleButton(button.Type.ToLowerInvariant(), button.Text ?? ""),
        };
}
