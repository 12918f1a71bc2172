using System.Globalization;
using System.Text.Json.Serialization;

namespace MultiLine.Connectors.WhatsApp.Sending;

/// <summary>
/// The body of <c>POST /{phone-number-id}/messages</c>, exactly as Meta has it.
/// Source: https://github.com/facebook/openapi, business-messaging-api, schema Message
/// </summary>
internal sealed record SendRequest
{
    public string MessagingProduct { get; } = "whatsapp";

    public string RecipientType { get; } = "individual";

    public string? To { get; init; }

    public string? Recipient { get; init; }

    public required string Type { get; init; }

    public WireContext? Context { get; init; }

    public required string BizOpaqueCallbackData { get; init; }

    public WireText? Text { get; init; }

    public WireInteractive? Interactive { get; init; }

    public WireTemplate? Template { get; init; }

    public static SendRequest From(OutboundMessage message)
    {
        var request = new SendRequest
        {
            Type = "text",
            To = (message.To as Recipient.Phone)?.E164,
            Recipient = (message.To as Recipient.UserId)?.Id,
            Context = message.ReplyTo is { } wamid ? new WireContext(wamid) : null,
            BizOpaqueCallbackData = message.CallbackData,
        };
        return message.Body switch
        {
            MessageBody.Text text => request with { Text = new WireText(text.Body, text.Preview) },
            MessageBody.Buttons buttons => request with { Type = "interactive", Interactive = WireInteractive.From(buttons) },
            MessageBody.Template template => request with { Type = "template", Template = WireTemplate.From(template) },
            _ => throw new ArgumentException($"No wire form for {message.Body.GetType().Name}.", nameof(message)),
        };
    }
}

internal sealed record WireContext(string MessageId);

internal sealed record WireText(string Body, bool PreviewUrl);

internal sealed record WireInteractive(string Type, WireBody Body, WireAction Action)
{
    public static WireInteractive From(MessageBody.Buttons buttons) =>
        new("button", new WireBody(buttons.Body), new WireAction([.. buttons.Choices.Select(choice => new WireButton("reply", choice))]));
}

internal sealed record WireBody(string Text);

internal sealed record WireAction(IReadOnlyList<WireButton> Buttons);

internal sealed record WireButton(string Type, ReplyButton Reply);

internal sealed record WireTemplate(string Name, WireLanguage Language, IReadOnlyList<WireComponent>? Components)
{
    public static WireTemplate From(MessageBody.Template template)
    {
        WireComponent[] components =
        [
            .. Parameters("header", template.Header),
            .. Parameters("body", template.Body),
            .. template.ButtonValues.Select(Button),
        ];
        return new WireTemplate(template.Name, new WireLanguage("deterministic", template.Language), components is [] ? null : components);
    }

    private static IEnumerable<WireComponent> Parameters(string type, IReadOnlyList<TemplateParameter> parameters) => parameters is []
        ? []
        : [new WireComponent(type, [.. parameters.Select(value => new WireParameter("text") { Text = value.Text, ParameterName = value.Name })])];

    private static WireComponent Button(TemplateButtonValue button)
    {
        var (type, parameter) = button.Kind switch
        {
            TemplateButtonValueKind.UrlVariable => ("url", new WireParameter("text") { Text = button.Value }),
            TemplateButtonValueKind.CouponCode => ("copy_code", new WireParameter("coupon_code") { CouponCode = button.Value }),
            _ => ("quick_reply", new WireParameter("payload") { Payload = button.Value }),
        };
        return new WireComponent("button", [parameter]) { SubType = type, Index = button.Place.ToString(CultureInfo.InvariantCulture) };
    }
}

internal sealed record WireLanguage(string Policy, string Code);

internal sealed record WireComponent(string Type, IReadOnlyList<WireParameter> Parameters)
{
    public string? SubType { get; init; }

    public string? Index { get; init; }
}

internal sealed record WireParameter(string Type)
{
    public string? ParameterName { get; init; }

    public string? Text { get; init; }

    public string? Payload { get; init; }

    public string? CouponCode { get; init; }
}

/// <summary>Marks a message, and those before it, as read.</summary>
internal sealed record ReadMark(string MessageId, WireTyping? TypingIndicator)
{
    public string MessagingProduct { get; } = "whatsapp";

    public string Status { get; } = "read";
}

internal sealed record WireTyping(string Type);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(ReadMark))]
internal sealed partial class SendJson : JsonSerializerContext;
