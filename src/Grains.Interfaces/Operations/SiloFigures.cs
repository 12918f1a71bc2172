namespace MultiLine.Grains.Interfaces.Operations;

/// <summary>What one silo has counted.</summary>
/// <param name="Silo">Its address in the cluster.</param>
/// <param name="Since">When it began to count.</param>
/// <param name="IsWhole">The intervals are all that the silo has, and not only the newest.</param>
/// <param name="Total">Since then.</param>
/// <param name="Intervals">Oldest first. The newest goes on.</param>
/// <param name="ProviderErrors">Of the last hour.</param>
[GenerateSerializer, Immutable, Alias("ml.SiloFigures")]
public sealed record SiloFigures(
    [property: Id(0)] string Silo,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] bool IsWhole,
    [property: Id(3)] Throughput Total,
    [property: Id(4)] IReadOnlyList<SiloInterval> Intervals,
    [property: Id(5)] IReadOnlyList<ProviderErrors> ProviderErrors);

/// <summary>What happened in ten seconds. How long things took, as counts by the steps of the scale of durations, without empty ones at the end.</summary>
/// <param name="At">When it began: a multiple of ten seconds.</param>
/// <param name="Throughput">In this time.</param>
/// <param name="Webhook">See <see cref="FiguresReading"/>.</param>
/// <param name="Sending">See <see cref="FiguresReading"/>.</param>
/// <param name="ProviderCall">See <see cref="FiguresReading"/>.</param>
[GenerateSerializer, Immutable, Alias("ml.SiloInterval")]
public sealed record SiloInterval(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] Throughput Throughput,
    [property: Id(2)] IReadOnlyList<int> Webhook,
    [property: Id(3)] IReadOnlyList<int> Sending,
    [property: Id(4)] IReadOnlyList<int> ProviderCall);

/// <summary>How often each thing happened.</summary>
/// <param name="Received">Messages of contacts.</param>
/// <param name="Accepted">Messages of ours that were taken from people or made by the product.</param>
/// <param name="Deferred">Attempts to send that were put off.</param>
/// <param name="Sent">Messages that the provider took.</param>
/// <param name="Delivered">Messages that it reported as delivered.</param>
/// <param name="Read">Messages that it reported as read.</param>
/// <param name="Failed">Messages that it refused, or could not deliver.</param>
/// <param name="OutcomeUnknown">Attempts of which nobody knows whether the provider took the message.</param>
/// <param name="WebhookTaken">Items of webhooks that reached a conversation or a catalogue.</param>
/// <param name="WebhookKeptRaw">Items of webhooks that went into the raw inbox.</param>
/// <param name="WebhookNotTaken">Items of webhooks that could not be stored: the provider sends them again.</param>
/// <param name="NotFollowed">Times that a follower of the logs (inbox, archive) could not follow a conversation.</param>
[GenerateSerializer, Immutable, Alias("ml.Throughput")]
public sealed record Throughput(
    [property: Id(0)] long Received,
    [property: Id(1)] long Accepted,
    [property: Id(2)] long Deferred,
    [property: Id(3)] long Sent,
    [property: Id(4)] long Delivered,
    [property: Id(5)] long Read,
    [property: Id(6)] long Failed,
    [property: Id(7)] long OutcomeUnknown,
    [property: Id(8)] long WebhookTaken,
    [property: Id(9)] long WebhookKeptRaw,
    [property: Id(10)] long WebhookNotTaken,
    [property: Id(11)] long NotFollowed);

/// <summary>How often a provider answered or reported one kind of error in the last hour.</summary>
/// <param name="Channel">Of the provider: <c>whatsapp</c> or <c>sms</c>.</param>
/// <param name="Kind">
/// What it meant: <c>refused</c>, <c>try_again</c>, <c>number_paused</c>; <c>timed_out</c>, <c>connection_lost</c>, <c>provider_error</c>,
/// <c>unreadable_reply</c> where nobody knows what became of the message; <c>not_delivered</c> in a status after it had been taken.
/// </param>
/// <param name="Code">The provider's; null where it gave none.</param>
/// <param name="Count">How often.</param>
/// <param name="LastAt">When for the last time.</param>
[GenerateSerializer, Immutable, Alias("ml.ProviderErrors")]
public sealed record ProviderErrors(
    [property: Id(0)] string Channel,
    [property: Id(1)] string Kind,
    [property: Id(2)] int? Code,
    [property: Id(3)] long Count,
    [property: Id(4)] DateTimeOffset LastAt);
