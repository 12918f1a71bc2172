namespace MultiLine.Simulator.Tests.Harness;

/// <summary>Bodies that a business sends.</summary>
internal static class Bodies
{
    public static object Text(string to, string body = "Hello", string? callbackData = null) =>
        callbackData is null
            ? new
            {
                messaging_product = "whatsapp",
                to,
                type = "text",
                text = new { body },
            }
            : new
            {
                messaging_product = "whatsapp",
                to,
                type = "text",
                text = new { body },
                biz_opaque_callback_data = callbackData,
            };

    public static object TemplateMessage(string to, string name, params object[] components) =>
        new
        {
            messaging_product = "whatsapp",
            recipient_type = "individual",
            to,
            type = "template",
            template = new
            {
                name,
                language = new { code = "en_US" },
                components,
            },
        };

    public static object Parameters(string type, params object[] parameters) => new { type, parameters };

    public static object TextParameter(string text) => new { type = "text", text };

    public static object NamedParameter(string parameter_name, string text) =>
        new
        {
            type = "text",
            parameter_name,
            text,
        };

    public static object QuickReply(int index, string payload) =>
        new
        {
            type = "button",
            sub_type = "quick_reply",
            index = index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            parameters = new[] { new { type = "payload", payload } },
        };

    /// <summary>An opt-in request with header, one variable, footer and two quick replies.</summary>
    public static object OptIn(string name = "optin_request", string text = "Hello {{1}}, may we write to you here?") =>
        new
        {
            name,
            language = "en_US",
            category = "UTILITY",
            components = new object[]
            {
                new
                {
                    type = "HEADER",
                    format = "TEXT",
                    text = "Your bank",
                },
                new
                {
                    type = "BODY",
                    text,
                    example = new { body_text = new[] { new[] { "Anna" } } },
                },
                new { type = "FOOTER", text = "This chat is recorded" },
                new
                {
                    type = "BUTTONS",
                    buttons = new[] { new { type = "QUICK_REPLY", text = "Accept" }, new { type = "QUICK_REPLY", text = "Decline" } },
                },
            },
        };

    public static object Buttons(string to) =>
        new
        {
            messaging_product = "whatsapp",
            to,
            type = "interactive",
            interactive = new
            {
                type = "button",
                body = new { text = "Shall we call you?" },
                action = new
                {
                    buttons = new[]
                    {
                        new { type = "reply", reply = new { id = "call-yes", title = "Yes" } },
                        new { type = "reply", reply = new { id = "call-no", title = "No" } },
                    },
                },
            },
        };
}
