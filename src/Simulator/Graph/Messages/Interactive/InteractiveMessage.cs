using System.Text.Json;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Messages.Contents;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Interactive;

/// <summary>Text under which the contact finds something to tap: reply buttons, a list, a link, or a request for the phone number.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages"/></remarks>
internal static class InteractiveMessage
{
    private const int LongestBody = 1024;
    private const int LongestHeaderOrFooter = 60;

    /// <summary>Types that are sent, each with the headers that it may have.</summary>
    private static readonly Dictionary<string, string[]> Headers = new()
    {
        ["button"] = ["text", "image", "video", "document"],
        ["cta_url"] = ["text", "image", "video", "document"],
        ["list"] = ["text"],
        ["request_contact_info"] = [],
    };

    private static readonly string[] Known =
    [
        .. Headers.Keys,
        "call_permission_request",
        "catalog_message",
        "flow",
        "location_request_message",
        "product",
        "product_list",
    ];

    /// <param name="file">Looks at the file of a header; answers with what the phone shows of it.</param>
    public static Answer<Draft> Compose(JsonElement? interactive, Func<string, MediaContent, Answer<BubbleMedia>> file)
    {
        if (interactive is not { ValueKind: JsonValueKind.Object } part)
            return GraphErrors.ParameterRequired("interactive");

        var type = part.TryGetProperty("type", out var given) ? given.ToString() : "";
        if (!Known.Contains(type))
            return GraphErrors.NotOneOf("interactive['type']", type, Known);
        if (!Headers.TryGetValue(type, out var headers))
            return MessageErrors.UnsupportedType($"interactive/{type}");
        if (RequestBody.Read<InteractiveContent>(part, "interactive").IsRefused(out var refusal, out var content))
            return refusal;
        if (CheckTexts(content, headers) is { } wrong)
            return wrong;
        if (ShowAction(type, content.Action).IsRefused(out refusal, out var shown))
            return refusal;

        shown = shown with { Body = content.Body!.Text!, Header = content.Header?.Text, Footer = content.Footer?.Text };
        if (content.Header is not { Type: not "text" } header)
            return new Draft("interactive", shown, "service");
        if (header.File is null)
            return GraphErrors.ParameterMissing($"interactive.header.{header.Type} is required.");
        return file(header.Type!, header.File).IsRefused(out refusal, out var media)
            ? refusal
            : new Draft("interactive", shown with { Media = media }, "service");
    }

    private static Answer<Bubble> ShowAction(string type, InteractiveAction? action) =>
        type switch
        {
            "button" => ReplyButtons.Show(action),
            "list" => ListPicker.Show(action),
            "cta_url" => LinkButton.Show(action),
            _ => ContactInfoRequest.Show(action),
        };

    private static GraphError? CheckTexts(InteractiveContent content, string[] headers)
    {
        if (string.IsNullOrEmpty(content.Body?.Text))
            return GraphErrors.ParameterMissing("interactive.body.text is required.");
        if (content.Body.Text.Length > LongestBody)
            return GraphErrors.ParameterInvalid($"interactive.body.text can have at most {LongestBody} characters.");
        if (content.Header is { } header && !headers.Contains(header.Type))
            return GraphErrors.NotOneOf("interactive['header']['type']", header.Type ?? "", headers);
        if (content.Header is { Type: "text", Text: null or "" })
            return GraphErrors.ParameterMissing("interactive.header.text is required.");
        if (content.Footer is { Text: null or "" })
            return GraphErrors.ParameterMissing("interactive.footer.text is required.");
        return content.Header?.Text?.Length > LongestHeaderOrFooter || content.Footer?.Text?.Length > LongestHeaderOrFooter
            ? GraphErrors.ParameterInvalid($"Header and footer can have at most {LongestHeaderOrFooter} characters.")
            : null;
    }
}
