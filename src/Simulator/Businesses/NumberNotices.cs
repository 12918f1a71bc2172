using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks;
using MultiLine.Simulator.Webhooks.Businesses;

namespace MultiLine.Simulator.Businesses;

/// <param name="Event">Such as ONBOARDING, UPGRADE, DOWNGRADE, FLAGGED, UNFLAGGED or THROUGHPUT_UPGRADE.</param>
/// <param name="Limit">From now on, such as TIER_2K; null if it stays.</param>
/// <param name="Quality">From now on; null if it follows from the event.</param>
internal sealed record QualityNotice(string? Event, string? Limit, string? Quality);

/// <param name="Decision">APPROVED, REJECTED, DEFERRED or PENDING.</param>
/// <param name="RejectionReason">Such as NAME_EMPLOYEE_ISSUE.</param>
internal sealed record NameNotice(string? Decision, string? RequestedName, string? RejectionReason);

/// <summary>What Meta decides about a number: it takes effect, and the business is told.</summary>
internal sealed class NumberNotices(Database database, NumberStates states, WebhookQueue webhooks)
{
    /// <summary>Messages per second after the upgrade.</summary>
    private const int UpgradedThroughput = 1000;

    public NumberState SetQuality(BusinessNumber number, QualityNotice notice) =>
        database.Step(_ =>
        {
            var before = states.Of(number.Id);
            var after = states.Change(
                number.Id,
                state =>
                    state with
                    {
                        Quality = notice.Quality ?? QualityAfter(notice.Event!, state.Quality),
                        MessagingLimit = notice.Limit ?? state.MessagingLimit,
                        MessagesPerSecond = notice.Event == "THROUGHPUT_UPGRADE" ? UpgradedThroughput : state.MessagesPerSecond,
                    }
            );
            webhooks.Add(NumberWebhook.OfQuality(number, notice.Event!, before.MessagingLimit, after.MessagingLimit));
            return after;
        });

    /// <summary>An approved name is what contacts see from then on.</summary>
    public NumberState SetName(BusinessNumber number, NameNotice notice) =>
        database.Step(_ =>
        {
            var after = states.Change(
                number.Id,
                state =>
                    state with
                    {
                        NameStatus = StatusOf(notice.Decision!),
                        VerifiedName = notice.Decision == "APPROVED" ? notice.RequestedName ?? state.VerifiedName : state.VerifiedName,
                    }
            );
            webhooks.Add(NumberWebhook.OfName(number, notice.Decision!, notice.RequestedName ?? after.NameOf(number), notice.RejectionReason));
            return after;
        });

    private static string QualityAfter(string happened, string before) =>
        happened switch
        {
            "FLAGGED" => "RED",
            "UNFLAGGED" => "GREEN",
            _ => before,
        };

    private static string StatusOf(string decision) =>
        decision switch
        {
            "REJECTED" => "DECLINED",
            "APPROVED" => "APPROVED",
            _ => "PENDING_REVIEW",
        };
}
