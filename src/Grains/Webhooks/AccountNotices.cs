using MultiLine.Connectors.WhatsApp.Webhooks.Accounts;
using MultiLine.Connectors.WhatsApp.Webhooks.Numbers;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Grains.Webhooks;

/// <summary>What a notice of the provider says of an account and its numbers, as the facts that are kept.</summary>
internal static class AccountNotices
{
    /// <returns>At least one.</returns>
    public static IReadOnlyList<AccountFact> ToFacts(this AccountNotice notice)
    {
        var number = (notice as NumberNotice)?.DisplayNumber;
        // A list and not a collection expression: the compiler's own list type has no serializer.
        return Facts(notice).Select(fact => fact with { Number = number, At = notice.Timestamp }).ToList();
    }

    private static IEnumerable<AccountFact> Facts(AccountNotice notice) => notice switch
    {
        AccountUpdate { Event: "ACCOUNT_RESTRICTION" or "ACCOUNT_VIOLATION", Restrictions: { Count: > 0 } restrictions } update =>
        [
            .. restrictions.Select(restriction => Fact(AccountFacts.Restriction, restriction.Type) with { Until = restriction.Until }),
            .. Violation(update),
        ],
        AccountUpdate { Event: "ACCOUNT_RESTRICTION" } update => [Fact(AccountFacts.Restriction, update.Event)],
        AccountUpdate { Event: "ACCOUNT_VIOLATION" } update => [Fact(AccountFacts.Violation, update.ViolationType ?? update.Event)],
        AccountUpdate { Event: "DISABLED_UPDATE" } update => [Fact(AccountFacts.Ban, update.BanState ?? update.Event) with { Detail = update.BanDate }],
        AccountUpdate { Event: "ACCOUNT_DELETED" or "ACCOUNT_OFFBOARDED" or "ACCOUNT_RECONNECTED" } update => [Fact(AccountFacts.Connection, update.Event)],
        AccountUpdate update => [Fact(AccountFacts.Event, update.Event)],
        AccountReviewUpdate review => [Fact(AccountFacts.Review, review.Decision)],
        AccountAlert alert => [Fact(AccountFacts.Alert, alert.Type) with { Severity = alert.Severity, Detail = alert.Description }],
        BusinessCapabilityUpdate capability =>
        [
            .. Limit(AccountFacts.DailyLimit, capability.MaxDailyConversations),
            .. Limit(AccountFacts.NumberLimit, capability.MaxPhoneNumbers?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ],
        NumberQualityUpdate quality => [.. Quality(quality), .. Limit(AccountFacts.Limit, quality.Limit)],
        NumberNameUpdate name => [Fact(AccountFacts.Name, name.Decision) with { Detail = name.RequestedName, Reason = name.Reason }],
        BusinessUsernameUpdate username => [Fact(AccountFacts.Username, username.Status) with { Detail = username.Username }],
        _ => throw new ArgumentException($"{notice.GetType().Name} says nothing that is kept.", nameof(notice)),
    };

    private static IEnumerable<AccountFact> Violation(AccountUpdate update) => Limit(AccountFacts.Violation, update.ViolationType);

    private static IEnumerable<AccountFact> Quality(NumberQualityUpdate quality) => quality.Event switch
    {
        "FLAGGED" or "UNFLAGGED" => [Fact(AccountFacts.Quality, quality.Event)],
        "THROUGHPUT_UPGRADE" => [Fact(AccountFacts.Throughput, quality.Event)],
        _ => [Fact(AccountFacts.Event, quality.Event)],
    };

    private static IEnumerable<AccountFact> Limit(string kind, string? says) => says is null ? [] : [Fact(kind, says)];

    private static AccountFact Fact(string kind, string says) => new() { Kind = kind, Says = says };
}
