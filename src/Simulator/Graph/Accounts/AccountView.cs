using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Accounts;

/// <summary>A WhatsApp business account in good standing, with the fields that are asked for.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status"/></remarks>
internal static class AccountView
{
    /// <summary>The business portfolio that owns all accounts.</summary>
    private const string Business = "506914307656634";

    private const string Good = "AVAILABLE";

    public static object Of(string id, HttpRequest http, BusinessNumbers numbers, SimulatorOptions options)
    {
        var asked = http.Query["fields"].ToString().Split(',', StringSplitOptions.TrimEntries);
        return new
        {
            Id = id,
            Name = numbers.All.First(owned => owned.WabaId == id).VerifiedName,
            AccountReviewStatus = asked.Contains("account_review_status") ? "APPROVED" : null,
            BusinessVerificationStatus = asked.Contains("business_verification_status") ? "verified" : null,
            HealthStatus = asked.Contains("health_status") ? Health(id, options) : null,
        };
    }

    private static object Health(string id, SimulatorOptions options) =>
        new
        {
            CanSendMessage = Good,
            Entities = new[] { Entity("WABA", id), Entity("BUSINESS", Business), Entity("APP", options.AppId) },
        };

    private static object Entity(string type, string id) =>
        new
        {
            EntityType = type,
            Id = id,
            CanSendMessage = Good,
        };
}
