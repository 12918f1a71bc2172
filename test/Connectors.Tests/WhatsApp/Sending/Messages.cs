using MultiLine.Connectors.WhatsApp.Sending;

namespace MultiLine.Connectors.Tests.WhatsApp.Sending;

/// <summary>One message of each kind.</summary>
internal static class Messages
{
    public const string Phone = "+16505551234";
    public const string BodyText = "Shall we talk about your account?";

    public static OutboundMessage Text { get; } = Of(new MessageBody.Text(BodyText, Preview: true));

    public static OutboundMessage Reply { get; } = Text with { ReplyTo = "wamid.quoted" };

    public static OutboundMessage ToUserId { get; } = Text with { To = new Recipient.UserId("US.13491208655302741918") };

    public static OutboundMessage Buttons { get; } =
        Of(new MessageBody.Buttons("May we write to you?", [new ReplyButton("yes", "Yes"), new ReplyButton("no", "No")]));

    public static OutboundMessage PlainTemplate { get; } = Of(new MessageBody.Template("hello_world", "en_US"));

    public static OutboundMessage OptIn { get; } = Of(new MessageBody.Template("optin_request", "en_US")
    {
        Header = [new TemplateParameter("Example Bank")],
        Body = [new TemplateParameter("Jane"), new TemplateParameter("Example Bank")],
        ButtonValues =
        [
            new TemplateButtonValue(0, TemplateButtonValueKind.QuickReplyPayload, "OPTIN_ACCEPT:token"),
            new TemplateButtonValue(1, TemplateButtonValueKind.QuickReplyPayload, "OPTIN_DECLINE:token"),
        ],
    });

    public static OutboundMessage Named { get; } = Of(new MessageBody.Template("reminder", "de")
    {
        Body = [new TemplateParameter("Jane", "first_name")],
    });

    public static OutboundMessage OpenPage { get; } = Of(new MessageBody.Template("offer", "de") { ButtonValues = [PageButton] });

    /// <summary>Codes to copy came after Meta's schema.</summary>
    public static OutboundMessage Offer { get; } = Of(new MessageBody.Template("offer", "de")
    {
        ButtonValues = [PageButton, new TemplateButtonValue(2, TemplateButtonValueKind.CouponCode, "SAVE20")],
    });

    private static TemplateButtonValue PageButton => new(1, TemplateButtonValueKind.UrlVariable, "summer");

    public static OutboundMessage Of(MessageBody body) => new()
    {
        PhoneNumberId = "106540352242922",
        To = new Recipient.Phone(Phone),
        Body = body,
        CallbackData = "attempt-1",
    };
}
