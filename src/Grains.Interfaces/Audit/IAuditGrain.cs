using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Audit;

/// <summary>What the organisation's people did that is no part of a conversation. Key: org.</summary>
[Alias("ml.IAuditGrain")]
public interface IAuditGrain : IGrainWithStringKey
{
    /// <summary>Acts below a place, newest first.</summary>
    [Alias("GetActs"), ReadOnly]
    Task<AuditPage> GetActs(long? before, int limit);
}

/// <param name="Acts">Newest first.</param>
/// <param name="Before">Where the next page begins; null at the first act, unless the last page is exactly full: then the next one is empty.</param>
[GenerateSerializer, Immutable, Alias("ml.AuditPage")]
public sealed record AuditPage([property: Id(0)] IReadOnlyList<AuditAct> Acts, [property: Id(1)] long? Before);

/// <param name="Place">Among the organisation's acts, from 1, without gaps.</param>
/// <param name="Type">original_opened, policy_changed.</param>
/// <param name="At">When.</param>
/// <param name="Person">Who.</param>
/// <param name="Reason">As the person gave it; null where none was asked for.</param>
/// <param name="Body">The stored JSON.</param>
[GenerateSerializer, Immutable, Alias("ml.AuditAct")]
public sealed record AuditAct(
    [property: Id(0)] long Place,
    [property: Id(1)] string Type,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string Person,
    [property: Id(4)] string? Reason,
    [property: Id(5)] string Body);
