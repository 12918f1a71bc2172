using System.Globalization;
using System.Text.Json;
using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Graph.Templates;

/// <summary>A template that carries a one-time password: Meta writes its text, the business says only what is in it.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates"/></remarks>
internal static class AuthenticationTemplate
{
    public const string Category = "AUTHENTICATION";

    private const string Text = "*{{1}}* is your verification code.";
    private const string Recommendation = " For your security, do not share this code.";

    private static readonly string[] OtpTypes = ["COPY_CODE", "ONE_TAP", "ZERO_TAP"];

    /// <summary>The components with Meta's text in them; those of other categories as they are.</summary>
    public static IReadOnlyList<TemplateComponent> Complete(string category, IReadOnlyList<TemplateComponent> components) =>
        category == Category ? [.. components.Select(Complete)] : components;

    /// <summary>Text of one's own is not taken; there is one button, for the code.</summary>
    public static GraphError? Check(Template template)
    {
        if (template.Part("HEADER") is not null)
            return TemplateErrors.Header("Authentication templates have no header.");
        if (template.Part("BODY")?.Text is not (Text or Text + Recommendation))
            return TemplateErrors.Body("The body of an authentication template has no text of its own, only add_security_recommendation.");
        if (template.Part("BUTTONS")?.Buttons is not [{ Type: "OTP" } button])
            return GraphErrors.InvalidParameter("An authentication template needs one button, of type OTP.");

        var otpType = button.Others.TryGetValue("otp_type", out var given) ? given.ToString().ToUpperInvariant() : "";
        return OtpTypes.Contains(otpType) ? null : GraphErrors.NotOneOf("buttons[0]['otp_type']", otpType, OtpTypes);
    }

    private static TemplateComponent Complete(TemplateComponent component) =>
        component.Type switch
        {
            "BODY" => component with { Text = component.Text ?? (Recommends(component) ? Text + Recommendation : Text) },
            "FOOTER" when Minutes(component) is { } minutes => component with
            {
                Text = string.Create(CultureInfo.InvariantCulture, $"This code expires in {minutes} minutes."),
            },
            _ => component,
        };

    private static bool Recommends(TemplateComponent body) =>
        body.Others.TryGetValue("add_security_recommendation", out var wanted) && wanted.ValueKind == JsonValueKind.True;

    private static int? Minutes(TemplateComponent footer) =>
        footer.Others.TryGetValue("code_expiration_minutes", out var given)
        && given.ValueKind == JsonValueKind.Number
        && given.TryGetInt32(out var minutes)
        && minutes is >= 1 and <= 90
            ? minutes
            : null;
}
