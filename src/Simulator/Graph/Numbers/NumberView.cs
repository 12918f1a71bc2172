using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Accounts;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary>A phone number as the Graph API shows it.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status/"/></remarks>
internal static class NumberView
{
    /// <summary>More than this many messages per second is throughput HIGH.</summary>
    private const int Standard = 80;

    /// <summary>Shown only where <c>fields</c> asks for them.</summary>
    private static readonly string[] OnRequest =
    [
        "account_mode",
        "health_status",
        "is_official_business_account",
        "is_pin_enabled",
        "whatsapp_business_manager_messaging_limit",
    ];

    /// <param name="accountStatus">What is held against the account, instead of the number's own status.</param>
    /// <param name="fields">The parameter of that name: what to show beside the id; without it, what is shown by default.</param>
    public static Answer<Dictionary<string, object?>> Of(BusinessNumber number, NumberState state, string? accountStatus, string? fields)
    {
        var all = All(number, state, accountStatus);
        if (string.IsNullOrEmpty(fields))
            return all.Where(field => !OnRequest.Contains(field.Key)).ToDictionary();

        var wanted = fields.Split(',', StringSplitOptions.TrimEntries).Select(field => field.Split('{')[0]).ToList();
        return wanted.FirstOrDefault(field => !all.ContainsKey(field)) is { } unknown
            ? GraphErrors.UnknownField(unknown, "WhatsAppBusinessPhoneNumber")
            : all.Where(field => field.Key == "id" || wanted.Contains(field.Key)).ToDictionary();
    }

    private static Dictionary<string, object?> All(BusinessNumber number, NumberState state, string? accountStatus) =>
        new()
        {
            ["id"] = number.Id,
            ["display_phone_number"] = number.DisplayNumber,
            ["verified_name"] = state.NameOf(number),
            ["quality_rating"] = state.Quality,
            ["name_status"] = state.NameStatus,
            ["code_verification_status"] = state.CodeVerified ? "VERIFIED" : "NOT_VERIFIED",
            ["status"] = accountStatus ?? StatusOf(state.Registration),
            ["platform_type"] = state.Registration == Registration.Unregistered ? "NOT_APPLICABLE" : "CLOUD_API",
            ["throughput"] = new { Level = Level(state.ThroughputOf(number)) },
            ["account_mode"] = "LIVE",
            ["health_status"] = HealthStatus.Of(accountStatus is null && state.Registration == Registration.Registered, ("PHONE_NUMBER", number.Id)),
            ["is_official_business_account"] = false,
            ["is_pin_enabled"] = state.Pin is not null,
            ["whatsapp_business_manager_messaging_limit"] = state.MessagingLimit,
        };

    private static string StatusOf(Registration registration) =>
        registration switch
        {
            Registration.Registered => "CONNECTED",
            Registration.Unregistered => "DISCONNECTED",
            _ => "PENDING",
        };

    private static string Level(int messagesPerSecond) => messagesPerSecond > Standard ? "HIGH" : "STANDARD";
}
