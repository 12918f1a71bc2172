using System.Collections.Immutable;
using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Retention;

/// <summary>
/// Which rule holds on a line, now and at any time before. As long as nobody has chosen one, everything is kept: an organisation that was there
/// before there was disposal loses nothing by an upgrade.
/// </summary>
public static class Recording
{
    /// <summary>The rule that holds now; null where nobody has chosen one yet.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="line">Which line; null for the organisation's own rule.</param>
    public static RecordingRule? RuleOf(this Organization organization, string? line)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return InForce(organization.RecordingHistory(), line).LastOrDefault().Rule;
    }

    /// <summary>A rule of the line's own, which stands before that of its organisation; null where it has none.</summary>
    public static RecordingRule? OwnRuleOf(this Organization organization, string line)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return organization.RecordingHistory().LastOrDefault(change => change.Line == line)?.Rule;
    }

    /// <summary>
    /// Until when content is kept, and by which rule: the longest of those that were in force on its line at any time since it was captured. So
    /// another rule may lengthen what was promised, and never shorten it
    /// (<see href="https://www.ecfr.gov/current/title-17/section-240.17a-4">17 CFR 240.17a-4</see>: preserved for not less than the period).
    /// What was captured before anybody had chosen a rule goes by those chosen since.
    /// </summary>
    /// <returns>Null where no rule holds now: it is kept.</returns>
    public static (RecordingRule Rule, DateTimeOffset Until)? KeptUntil(this Organization organization, string line, DateTimeOffset capturedAt)
    {
        ArgumentNullException.ThrowIfNull(organization);
        if (organization.RuleOf(line) is null)
            return null;
        (RecordingRule Rule, DateTimeOffset Until)? longest = null;
        foreach (var (rule, until) in InForce(organization.RecordingHistory(), line))
        {
            if (until < capturedAt || rule is null)
                continue;
            var end = rule.End(capturedAt);
            if (longest is null || end > longest.Value.Until)
                longest = (rule, end);
        }

        return longest;
    }

    /// <summary>Content captured later than this can't be due on the line yet, whatever else is so; null where none can be.</summary>
    public static DateTimeOffset? NewestThatMayBeDue(this Organization organization, string line, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(organization);
        var rules = InForce(organization.RecordingHistory(), line).Select(period => period.Rule).OfType<RecordingRule>().ToList();
        return rules.Count == 0 ? null : now - rules.Min(AtLeast);
    }

    /// <summary>Another rule for the organisation or one of its lines, from now on.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="line">Which line; null for the whole organisation.</param>
    /// <param name="rule">The rule; null where the line is to go by its organisation again.</param>
    /// <param name="now">The time.</param>
    public static OrganizationDecision WithRecording(this Organization organization, string? line, RecordingRule? rule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(organization);
        if (line is not null && organization.FindLine(line) is null)
            return OrganizationDecision.Refuse(RefusalCodes.NotFound, "Your organisation has no such line.");
        if (rule is { IsValid: false })
        {
            return OrganizationDecision.Refuse(
                RefusalCodes.InvalidRequest,
                $"Name a retention class of {string.Join(", ", RecordingRule.Classes)} years where it is recorded, or an inbox period of 1 to "
                + $"{RecordingRule.LongestInboxPeriod} days where it is not.");
        }

        if (rule is null && line is null)
            return OrganizationDecision.Refuse(RefusalCodes.InvalidRequest, "Only a line can go by its organisation's rule.");
        var history = organization.RecordingHistory();
        if ((line is null ? organization.RuleOf(null) : organization.OwnRuleOf(line)) == rule)
            return OrganizationDecision.To(organization);
        // A clock that was set back must not put the change before those that it follows.
        var at = history.IsEmpty || history[^1].At < now ? now : history[^1].At;
        return OrganizationDecision.To(organization with { Recording = history.Add(new RecordingChange(at, line, rule)) });
    }

    private static ImmutableArray<RecordingChange> RecordingHistory(this Organization organization) => organization.Recording ?? [];

    /// <summary>The rules of a line in order, each with the time at which the next one came into force.</summary>
    private static IEnumerable<(RecordingRule? Rule, DateTimeOffset Until)> InForce(ImmutableArray<RecordingChange> history, string? line)
    {
        RecordingRule? all = null;
        RecordingRule? own = null;
        for (var i = 0; i < history.Length; i++)
        {
            if (history[i].Line is null)
                all = history[i].Rule;
            else if (history[i].Line == line)
                own = history[i].Rule;
            yield return (own ?? all, i + 1 < history.Length ? history[i + 1].At : DateTimeOffset.MaxValue);
        }
    }

    /// <summary>The years of the calendar have 365 days or more.</summary>
    private static TimeSpan AtLeast(RecordingRule rule) => TimeSpan.FromDays(rule.Days ?? 365 * rule.Years!.Value);
}
