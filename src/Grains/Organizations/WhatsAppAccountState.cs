using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>What the provider last said of an account and its numbers.</summary>
[GenerateSerializer, Alias("ml.WhatsAppAccountState")]
public sealed class WhatsAppAccountState
{
    private const int MostRecent = 20;

    /// <summary>The newest of each kind and number.</summary>
    [Id(0)] public IList<AccountFact> Facts { get; set; } = [];

    /// <summary>The last alerts and events, the newest first.</summary>
    [Id(1)] public IList<AccountFact> Recent { get; set; } = [];

    /// <summary>The state after one notice, whatever came before it or twice; null if the notice changes nothing.</summary>
    public WhatsAppAccountState? After(IReadOnlyList<AccountFact> notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var after = new WhatsAppAccountState { Facts = [.. Facts], Recent = [.. Recent] };
        foreach (var told in notice.Where(fact => !IsRecent(fact)).GroupBy(fact => (fact.Kind, fact.Number)))
        {
            after.Replace([.. Facts.Where(fact => (fact.Kind, fact.Number) == told.Key)], [.. told]);
        }

        after.Recent = [.. Recent.Union(notice.Where(IsRecent)).OrderByDescending(fact => fact.At ?? DateTimeOffset.MinValue).Take(MostRecent)];
        return after.Facts.SequenceEqual(Facts) && after.Recent.SequenceEqual(Recent) ? null : after;
    }

    private void Replace(IReadOnlyList<AccountFact> known, IReadOnlyList<AccountFact> told)
    {
        var overtaken = known.Any(fact => told[0].At is null ? fact.At is not null : fact.At > told[0].At);
        if (!overtaken && !known.SequenceEqual(told))
        {
            Facts = [.. Facts.Except(known), .. told];
        }
    }

    private static bool IsRecent(AccountFact fact) => fact.Kind is AccountFacts.Alert or AccountFacts.Event;
}
