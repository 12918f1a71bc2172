using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Accounts;

/// <summary>A WhatsApp business account in good standing, with the fields that are asked for.</summary>
internal static class AccountView
{
    /// <summary>The business portfolio that owns all accounts.</summary>
    private const string Business = "506914307656634";

    public static object Of(string id, HttpRequest http, BusinessNumbers numbers, SimulatorOptions options)
    {
        var asked = http.Query["fields"].ToString().Split(',', StringSplitOptions.TrimEntries);
        return new
        {
            Id = id,
            Name = numbers.All.First(owned => owned.WabaId == id).VerifiedName,
            AccountReviewStatus = asked.Contains("account_review_status") ? "APPROVED" : null,
            BusinessVerificationStatus = asked.Contains("business_verification_status") ? "verified" : null,
            HealthStatus = asked.Contains("health_status") ? HealthStatus.Of(true, ("WABA", id), ("BUSINESS", Business), ("APP", options.AppId)) : null,
        };
    }
}
