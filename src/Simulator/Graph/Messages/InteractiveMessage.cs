using System.Text.Json;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>Text with up to three reply buttons.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages"/></remarks>
internal static class InteractiveMessage
{
    private const int LongestBody = 1024;
    private const int LongestHeaderOrFooter = 60;
    private const int LongestTitle = 20;
    private const int LongestId = 256;
    private const int MostButtons = 3;

    private static readonly string[] Known =
    [
        "button",
        "call_permission_request",
        "catalog_message",
        "cta_url",
        "flow",
        "list",
        "location_request_message",
        "product",
        "product_list",
        "request_contact_info",
    ];

    public static Answer<Draft> Compose(JsonElement? interactive)
    {
        if (interactive is not { ValueKind: JsonValueKind.Object } part)
            return GraphErrors.ParameterRequired("interactive");

        var type = part.TryGetProperty("type", out var given) ? given.ToString() : "";
        if (!Known.Contains(type))
            return GraphErrors.NotOneOf("interactive['type']", type, Known);
        if (type != "button")
            return MessageErrors.UnsupportedType($"interactive/{type}");
        if (RequestBody.Read<InteractiveContent>(part, "interactive").IsRefused(out var refusal, out var content))
            return refusal;
        return Check(content) is { } wrong ? wrong : new Draft("interactive", Show(content), "service");
    }

    private static GraphError? Check(InteractiveContent content)
    {
        if (string.IsNullOrEmpty(content.Body?.Text))
            return GraphErrors.ParameterMissing("interactive.body.text is required.");
        if (content.Body.Text.Length > LongestBody)
            return GraphErrors.ParameterInvalid($"interactive.body.text can have at most {LongestBody} characters.");
        if (content.Header is { Type: not "text" })
            return MessageErrors.UnsupportedType($"interactive/button with a header of type {content.Header.Type}");
        if (content.Header?.Text?.Length > LongestHeaderOrFooter || content.Footer?.Text?.Length > LongestHeaderOrFooter)
            return GraphErrors.ParameterInvalid($"Header and footer can have at most {LongestHeaderOrFooter} characters.");
        return CheckButtons(content.Action?.Buttons ?? []);
    }

    private static GraphError? CheckButtons(IReadOnlyList<ReplyButton> buttons)
    {
        if (buttons.Count is 0 or > MostButtons)
            return GraphErrors.ParameterInvalid($"There must be 1 to {MostButtons} buttons.");
        if (buttons.Any(button => button is not { Type: "reply", Reply: { Id.Length: > 0, Title.Length: > 0 } }))
            return GraphErrors.ParameterMissing("Each button needs type 'reply' with id and title.");
        if (buttons.Any(button => button.Reply!.Title!.Length > LongestTitle || button.Reply.Id!.Length > LongestId))
            return GraphErrors.ParameterInvalid($"A title can have at most {LongestTitle} characters, an id {LongestId}.");
        return
            buttons.DistinctBy(button => button.Reply!.Id).Count() < buttons.Count
            || buttons.DistinctBy(button => button.Reply!.Title).Count() < buttons.Count
            ? GraphErrors.ParameterInvalid("Ids and titles of buttons must be unique.")
            : null;
    }

    private static Bubble Show(InteractiveContent content) =>
        new(content.Body!.Text!)
        {
            Header = content.Header?.Text,
            Footer = content.Footer?.Text,
            Buttons = [.. content.Action!.Buttons!.Select(button => new BubbleButton("reply", button.Reply!.Title!, button.Reply.Id))],
        };
}
