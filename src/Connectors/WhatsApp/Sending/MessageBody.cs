namespace MultiLine.Connectors.WhatsApp.Sending;

/// <summary>What a message says. Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages</summary>
public abstract record MessageBody
{
    private MessageBody() { }

    /// <param name="Body">At most 4096 characters.</param>
    /// <param name="Preview">Show a preview of the first link in the text.</param>
    public sealed record Text(string Body, bool Preview = false) : MessageBody;

    /// <summary>Text under which the contact finds up to three buttons.</summary>
    public sealed record Buttons(string Body, IReadOnlyList<ReplyButton> Choices) : MessageBody;

    /// <summary>An approved template, named by its name and language, with the values of its variables.</summary>
    public sealed record Template(string Name, string Language) : MessageBody
    {
        public IReadOnlyList<TemplateParameter> Header { get; init; } = [];

        public IReadOnlyList<TemplateParameter> Body { get; init; } = [];

        public IReadOnlyList<TemplateButtonValue> ButtonValues { get; init; } = [];
    }
}

/// <summary>The value of one of a template's buttons.</summary>
/// <param name="Place">Of the button among all of the template's, from 0.</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">
/// What the tap sends back, at most 128 characters; what stands for the variable in the address; the code to copy, at most 15 characters.
/// </param>
public sealed record TemplateButtonValue(int Place, TemplateButtonValueKind Kind, string Value);

public enum TemplateButtonValueKind
{
    QuickReplyPayload,
    UrlVariable,
    CouponCode,
}

/// <param name="Id">Comes back with the tap; at most 256 characters.</param>
/// <param name="Title">What the contact reads; at most 20 characters.</param>
public sealed record ReplyButton(string Id, string Title);

/// <param name="Text">The value.</param>
/// <param name="Name">The variable, in templates with named ones; null where the position counts.</param>
public sealed record TemplateParameter(string Text, string? Name = null);
