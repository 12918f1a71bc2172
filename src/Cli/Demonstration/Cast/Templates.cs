using MultiLine.Domain.Organizations;
using MultiLine.Domain.Templates;

namespace MultiLine.Cli.Demonstration.Cast;

/// <summary>The bank's message templates, as the provider has approved them.</summary>
internal static class Templates
{
    public static readonly MessageTemplate AppointmentReminder = Utility(
        "appointment_reminder",
        "Hello {{1}}, this is a reminder of your appointment with us on {{2}}. Reply here if the time no longer suits you.");

    public static readonly MessageTemplate DocumentReady = Utility(
        "document_ready",
        "Hello {{1}}, the document that you asked for ({{2}}) is ready in your online vault. Reply here if you have questions about it.");

    public static readonly MessageTemplate CallbackOffer = Utility(
        "callback_offer",
        "Hello {{1}}, we tried to reach you about your account. May we call you back? Reply here with a time that suits you.")
        with { Buttons = [TemplateButton.QuickReply("Call me today"), TemplateButton.QuickReply("Later this week")] };

    public static readonly MessageTemplate AnnualReview = Utility(
        "annual_review",
        "Dear {{1}}, it is time for your annual review. Your adviser {{2}} would be glad to meet you. Reply here to suggest a date.");

    public static IReadOnlyList<MessageTemplate> All { get; } = [AppointmentReminder, DocumentReady, CallbackOffer, AnnualReview];

    /// <summary>The opt-in requests under the names that the product gives to the first ones that it submits.</summary>
    public static IEnumerable<MessageTemplate> OptInRequests(Organization organization) =>
        organization.OptIns().Select((text, place) => OptInRequest(text, place + 1));

    private static MessageTemplate OptInRequest(OptInText text, int version) => Utility(OptInName.Of(version), text.Body) with
    {
        Language = text.Language, Footer = text.Footer, Buttons = [TemplateButton.QuickReply(text.Accept), TemplateButton.QuickReply(text.Decline)],
    };

    private static MessageTemplate Utility(string name, string body) => new()
    {
        Name = name, Language = "en_US", Category = "UTILITY", Status = TemplateStatus.Approved, Body = body,
    };
}
