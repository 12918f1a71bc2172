using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Filling;

/// <summary>The buttons of a template with what the message adds to them: payloads of quick replies, ends of addresses, codes.</summary>
internal static class TemplateButtons
{
    private const int LongestPayload = 128;
    private const int LongestCode = 15;
    private const int LongestUrl = 2000;

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
            if (NeedsParameter(buttons[index]) && given.All(component => component.Index != index))
                return GraphErrors.ParameterMissing($"buttons: Button at index {index} of type {NameOf(buttons[index])} requires a parameter");
        }

        return buttons
            .Select((button, index) => Show(button, given.FirstOrDefault(component => component.Index == index)?.Parameters?[0]))
            .ToList();
    }

    private static bool NeedsParameter(TemplateButton button) =>
        button.Type is "COPY_CODE" or "OTP" || TemplateText.PlaceholdersOf(button.Url).Count > 0;

    private static GraphError? Check(SentComponent component, IReadOnlyList<TemplateButton> buttons)
    {
        if (component is not { SubType: { Length: > 0 } subType, Index: { } index, Parameters: { Count: > 0 } parameters })
            return GraphErrors.ParameterMissing("buttons: sub_type, index and parameters are required.");
        if (index < 0 || index >= buttons.Count || !NameOf(buttons[index]).Equals(subType, StringComparison.OrdinalIgnoreCase))
            return MessageErrors.ParameterText($"buttons: Button at index {index} of type {subType} does not exist in the template");
        if (parameters.Count > 1)
            return MessageErrors.ParameterCount($"buttons[{index}]", parameters.Count, 1);

        var parameter = parameters[0];
        return buttons[index].Type switch
        {
            "QUICK_REPLY" => CheckPayload(parameter, index),
            "URL" => CheckUrl(parameter, buttons[index], index),
            "COPY_CODE" => CheckCode(parameter, "coupon_code", parameter.CouponCode, index),
            "OTP" => CheckCode(parameter, "text", parameter.Text, index),
            "FLOW" => parameter is { Type: "action" } ? null : Mismatch(index, "action", parameter),
            _ => MessageErrors.ParameterText($"buttons: Button at index {index} of type {subType} does not take parameters"),
        };
    }

    private static GraphError? CheckPayload(SentParameter parameter, int index)
    {
        if (parameter.Type != "payload")
            return Mismatch(index, "payload", parameter);
        if (parameter.Payload is not { Length: > 0 } payload)
            return GraphErrors.ParameterMissing($"buttons: Parameter of button {index} is missing payload value");
        return payload.Length > LongestPayload
            ? GraphErrors.ParameterInvalid($"buttons: a payload can have at most {LongestPayload} characters.")
            : null;
    }

    private static GraphError? CheckUrl(SentParameter parameter, TemplateButton button, int index)
    {
        if (TemplateText.PlaceholdersOf(button.Url).Count == 0)
            return MessageErrors.ParameterText($"buttons: Button at index {index} of type Url does not require parameters");
        if (parameter.Type != "text")
            return Mismatch(index, "text", parameter);
        if (parameter.Text is not { Length: > 0 } end)
            return GraphErrors.ParameterMissing($"buttons: Parameter of button {index} is missing text value");
        return UrlOf(button, end).Length > LongestUrl
            ? MessageErrors.ParameterText($"buttons: the address of button {index} can have at most {LongestUrl} characters.")
            : null;
    }

    private static GraphError? CheckCode(SentParameter parameter, string type, string? code, int index)
    {
        if (parameter.Type != type)
            return Mismatch(index, type, parameter);
        if (string.IsNullOrEmpty(code))
            return GraphErrors.ParameterMissing($"buttons: Parameter of button {index} is missing {type} value");
        return code.Length > LongestCode || !code.All(char.IsAsciiLetterOrDigit)
            ? MessageErrors.ParameterText($"buttons: the code of button {index} can be letters and digits only, at most {LongestCode}.")
            : null;
    }

    private static GraphError Mismatch(int index, string expected, SentParameter parameter) =>
        MessageErrors.ParameterFormat(
            $"buttons: Format mismatch at index {index}, expected {expected.ToUpperInvariant()}, received {TemplateParameters.NameOfType(parameter)}"
        );

    /// <summary>What a message calls a button; that of a one-time password is an address to Meta.</summary>
    private static string NameOf(TemplateButton button) => button.Type == "OTP" ? "url" : button.Type.ToLowerInvariant();

    private static string UrlOf(TemplateButton button, string end) =>
        TemplateText.Fill(button.Url!, TemplateText.PlaceholdersOf(button.Url).ToDictionary(name => name, _ => end));

    /// <summary>A quick reply without a payload of its own gives back its text.</summary>
    private static BubbleButton Show(TemplateButton button, SentParameter? parameter) =>
        button.Type switch
        {
            "QUICK_REPLY" => new BubbleButton("quick_reply", button.Text ?? "", parameter?.Payload ?? button.Text),
            "URL" => new BubbleButton("url", button.Text ?? "") { Value = parameter is null ? button.Url : UrlOf(button, parameter.Text!) },
            "COPY_CODE" => new BubbleButton("copy_code", button.Text ?? "Copy offer code") { Value = parameter!.CouponCode },
            "OTP" => new BubbleButton("copy_code", button.Text ?? "Copy code") { Value = parameter!.Text },
            _ => new BubbleButton(button.Type.ToLowerInvariant(), button.Text ?? ""),
        };
}
