using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks;
using MultiLine.Simulator.Webhooks.Businesses;

namespace MultiLine.Simulator.Businesses;

/// <param name="Event">Such as ACCOUNT_RESTRICTION, ACCOUNT_VIOLATION, DISABLED_UPDATE, ACCOUNT_DELETED.</param>
/// <param name="Restrictions">All that hold from now on; none given with ACCOUNT_RESTRICTION: they are lifted.</param>
/// <param name="ViolationType">Such as SPAM.</param>
/// <param name="BanState">DISABLE, REINSTATE or SCHEDULE_FOR_DISABLE.</param>
internal sealed record AccountNotice(string? Event, IReadOnlyList<RestrictionNotice>? Restrictions, string? ViolationType, string? BanState);

/// <param name="Seconds">How long it holds; null if there is no end.</param>
internal sealed record RestrictionNotice(string? Type, double? Seconds);

/// <param name="EntityType">Such as BUSINESS, WABA or PHONE_NUMBER.</param>
/// <param name="Severity">CRITICAL, WARNING or INFORMATIONAL.</param>
/// <param name="Type">Such as INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED.</param>
internal sealed record AccountAlert(string? Type, string? Severity, string? Status, string? Description, string? EntityType, string? EntityId);

/// <summary>What Meta decides about an account: it takes effect, and the business is told.</summary>
internal sealed class AccountNotices(Database database, AccountStates states, WebhookQueue webhooks, TimeProvider time)
{
    public AccountState Update(string wabaId, AccountNotice notice) =>
        database.Step(_ =>
        {
            var now = time.GetUtcNow();
            var restrictions = (notice.Restrictions ?? []).Select(held => new Restriction(held.Type!, End(held, now))).ToList();
            var after = states.Change(
                wabaId,
                state =>
                    state with
                    {
                        Restrictions = notice.Event == "ACCOUNT_RESTRICTION" ? restrictions : state.Restrictions,
                        Disabled = notice.BanState switch
                        {
                            "DISABLE" => true,
                            "REINSTATE" => false,
                            _ => state.Disabled,
                        },
                    }
            );
            webhooks.Add(AccountWebhook.OfUpdate(wabaId, notice, restrictions, now));
            return after;
        });

    public void Alert(string wabaId, AccountAlert alert) => webhooks.Add(AccountWebhook.OfAlert(wabaId, alert));

    private static DateTimeOffset? End(RestrictionNotice notice, DateTimeOffset now) =>
        notice.Seconds is { } seconds ? now + TimeSpan.FromSeconds(seconds) : null;
}
