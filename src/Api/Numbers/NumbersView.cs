using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Sending;

namespace MultiLine.Api.Numbers;

/// <param name="Organization">Whose they are.</param>
/// <param name="Account">The WhatsApp business account; null if the organisation has none yet.</param>
/// <param name="Numbers">The WhatsApp numbers of all lines, and those that Meta speaks of and no line has.</param>
public sealed record NumbersView(string Organization, AccountHealth? Account, IReadOnlyList<NumberFacts> Numbers)
{
    internal static NumbersView Of(
        OrganizationCard organization, AccountStanding? standing, IReadOnlyDictionary<string, NumberHealth?> sending, DateTimeOffset now)
    {
        var facts = (standing?.Facts ?? []).ToLookup(fact => fact.Number, fact => HealthFact.Of(fact, now));
        List<NumberFacts> ours =
        [
            .. organization.Lines.SelectMany(line => line.Numbers
                .Where(number => number.Channel == Channel.WhatsApp.Name())
                .Select(number => new NumberFacts(
                    line.Id, number.Id, number.Display, [.. facts[Digits(number.Display)]], sending[number.Id] is { } health ? NumberSending.Of(health) : null))),
        ];
        var known = ours.Select(number => Digits(number.Display)).ToHashSet();
        var others = facts
            .Where(told => told.Key is { } number && !known.Contains(number))
            .Select(told => new NumberFacts(null, null, $"+{told.Key}", [.. told], Sending: null));
        var account = standing is null
            ? null
            : new AccountHealth(standing.Account, [.. facts[null]], [.. standing.Recent.Select(fact => HealthFact.Of(fact, now))]);
        return new NumbersView(organization.Id, account, [.. ours, .. others]);
    }

    private static string Digits(string display) => string.Concat(display.Where(char.IsAsciiDigit));
}

/// <param name="Id">Meta's id.</param>
/// <param name="Facts">
/// What Meta last said of each kind: <c>restriction</c>, <c>violation</c>, <c>ban</c>, <c>review</c>, <c>connection</c>, <c>daily_limit</c>,
/// <c>number_limit</c>.
/// </param>
/// <param name="Recent">The last alerts and other events, the newest first.</param>
public sealed record AccountHealth(string Id, IReadOnlyList<HealthFact> Facts, IReadOnlyList<HealthFact> Recent);

/// <param name="Line">The line that has the number; null if none has.</param>
/// <param name="Id">Meta's id of the number, where a line has it.</param>
/// <param name="Display">As people write it.</param>
/// <param name="Facts">What Meta last said of each kind: <c>limit</c>, <c>quality</c>, <c>throughput</c>, <c>name</c>, <c>username</c>.</param>
/// <param name="Sending">Whether it sends; null where no line has it, and where nobody knows just now.</param>
public sealed record NumberFacts(string? Line, string? Id, string Display, IReadOnlyList<HealthFact> Facts, NumberSending? Sending);

/// <param name="Paused">Messages wait, because the provider takes none from this number.</param>
/// <param name="Since">Since when.</param>
/// <param name="ProviderCode">The provider's code of the reason.</param>
/// <param name="TriedAgainAt">When it is tried again by itself; at once with a call of <c>resume</c>.</param>
/// <param name="InFlight">Messages that are with the provider just now.</param>
public sealed record NumberSending(bool Paused, DateTimeOffset? Since, int? ProviderCode, DateTimeOffset? TriedAgainAt, int InFlight)
{
    internal static NumberSending Of(NumberHealth health) =>
        new(health.Pause is not null, health.Pause?.At, health.Pause?.ProviderCode, health.TriedAgainAt, health.InFlight);
}

/// <param name="Kind">What it is about.</param>
/// <param name="Says">Meta's word.</param>
/// <param name="Detail">More of it: the name that was decided on, the username, the description of an alert, the date of a ban.</param>
/// <param name="Reason">Why, where Meta says.</param>
/// <param name="Severity">Of an alert: CRITICAL, WARNING, INFORMATIONAL.</param>
/// <param name="Number">Of an event among the recent ones: the digits of the number that it is about.</param>
/// <param name="Until">When a restriction ends.</param>
/// <param name="Ended">The restriction has ended.</param>
/// <param name="At">Meta's time, if it says.</param>
public sealed record HealthFact(
    string Kind,
    string Says,
    string? Detail,
    string? Reason,
    string? Severity,
    string? Number,
    DateTimeOffset? Until,
    bool Ended,
    DateTimeOffset? At)
{
    internal static HealthFact Of(AccountFact fact, DateTimeOffset now) =>
        new(fact.Kind, fact.Says, fact.Detail, fact.Reason, fact.Severity, fact.Number, fact.Until, fact.Until <= now, fact.At);
}
