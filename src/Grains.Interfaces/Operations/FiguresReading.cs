namespace MultiLine.Grains.Interfaces.Operations;

/// <summary>What all silos have counted together.</summary>
/// <param name="Since">When the first of those that report began to count; null if none reports.</param>
/// <param name="Total">Since each of those that report began to count.</param>
/// <param name="Webhook">How long webhooks took until all was durable, in the last minute.</param>
/// <param name="Sending">
/// How long it took from a message's being in the queue (it was accepted, or released by the contact's consent, or a person retried it) to the
/// provider's having taken it, in the last minute.
/// </param>
/// <param name="ProviderCall">How long the provider took to answer, in the last minute.</param>
/// <param name="History">Oldest first, without gaps. The newest goes on.</param>
/// <param name="ProviderErrors">Of the last hour, most frequent first.</param>
/// <param name="Silos">That report.</param>
[GenerateSerializer, Immutable, Alias("ml.FiguresReading")]
public sealed record FiguresReading(
    [property: Id(0)] DateTimeOffset? Since,
    [property: Id(1)] Throughput Total,
    [property: Id(2)] Latency Webhook,
    [property: Id(3)] Latency Sending,
    [property: Id(4)] Latency ProviderCall,
    [property: Id(5)] IReadOnlyList<IntervalReading> History,
    [property: Id(6)] IReadOnlyList<ProviderErrors> ProviderErrors,
    [property: Id(7)] IReadOnlyList<ReportingSilo> Silos);

/// <summary>What happened in ten seconds.</summary>
/// <param name="At">When they began: a multiple of ten seconds.</param>
/// <param name="Throughput">In this time.</param>
/// <param name="Webhook">In this time.</param>
/// <param name="Sending">In this time.</param>
/// <param name="ProviderCall">In this time.</param>
[GenerateSerializer, Immutable, Alias("ml.IntervalReading")]
public sealed record IntervalReading(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] Throughput Throughput,
    [property: Id(2)] Latency Webhook,
    [property: Id(3)] Latency Sending,
    [property: Id(4)] Latency ProviderCall);

/// <summary>How long something took, in milliseconds: right to a fifth or so. Null where it did not happen.</summary>
/// <param name="Count">How often it happened.</param>
/// <param name="P50Ms">Half of them took no longer.</param>
/// <param name="P95Ms">95 in a hundred took no longer.</param>
/// <param name="P99Ms">99 in a hundred took no longer.</param>
[GenerateSerializer, Immutable, Alias("ml.Latency")]
public sealed record Latency(
    [property: Id(0)] long Count, [property: Id(1)] double? P50Ms, [property: Id(2)] double? P95Ms, [property: Id(3)] double? P99Ms);

/// <param name="Silo">Its address in the cluster.</param>
/// <param name="Since">When it began to count.</param>
/// <param name="ReportedAt">When it reported for the last time.</param>
/// <param name="Total">What it has counted since it began.</param>
[GenerateSerializer, Immutable, Alias("ml.ReportingSilo")]
public sealed record ReportingSilo(
    [property: Id(0)] string Silo,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] DateTimeOffset ReportedAt,
    [property: Id(3)] Throughput Total);
