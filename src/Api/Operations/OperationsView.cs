using MultiLine.Grains.Interfaces.Operations;

namespace MultiLine.Api.Operations;

/// <summary>How the product does. A part that can't be read just now is null, and the others are there all the same.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Since">When the silo that runs longest began to count; null if none reports.</param>
/// <param name="IntervalSeconds">How long the intervals of the history are.</param>
/// <param name="Throughput">
/// What has happened since each silo began to count, summed over the silos that report. It grows, but where a silo goes, starts or is
/// silent for half a minute, it falls or jumps: differences that are negative mean nothing.
/// </param>
/// <param name="Latency">How long things took in the last minute.</param>
/// <param name="History">
/// What happened, interval by interval: oldest first, without gaps, the last 15 minutes at most. The newest goes on, so its counts still
/// grow. What a silo counted that is gone is in it.
/// </param>
/// <param name="Queue">Messages that wait to be sent.</param>
/// <param name="Followers">How far those who follow the conversations' logs are behind: <c>archive</c> and <c>inbox</c>.</param>
/// <param name="Grains">How many activations there are, by class and silo.</param>
/// <param name="Silos">The hosts of the grains; one on the embedded host.</param>
/// <param name="ProviderErrors">Of the last hour, most frequent first. Silos forget them when they end.</param>
/// <param name="RawInbox">What arrived and belongs to nobody.</param>
/// <param name="DeadLetters">Conversations that a follower should have followed long ago.</param>
public sealed record OperationsView(
    DateTimeOffset At,
    DateTimeOffset? Since,
    int IntervalSeconds,
    Throughput? Throughput,
    Latencies? Latency,
    IReadOnlyList<IntervalReading>? History,
    QueueReading? Queue,
    IReadOnlyList<FollowerReading>? Followers,
    IReadOnlyList<GrainCount>? Grains,
    IReadOnlyList<SiloView>? Silos,
    IReadOnlyList<ProviderErrors>? ProviderErrors,
    RawInboxCount? RawInbox,
    DeadLetterCount? DeadLetters);

/// <param name="Webhook">From a webhook's being in a silo until everything in it was durable.</param>
/// <param name="Sending">
/// From a message's being in the queue (it was accepted, or released by the contact's consent, or a person retried it) to the provider's having taken it.
/// </param>
/// <param name="ProviderCall">From calling the provider to its answer.</param>
public sealed record Latencies(Latency Webhook, Latency Sending, Latency ProviderCall);

/// <param name="Type">The class of the grain.</param>
/// <param name="Silo">Where.</param>
/// <param name="Activations">How many.</param>
public sealed record GrainCount(string Type, string Silo, int Activations);

/// <param name="Silo">Its address in the cluster.</param>
/// <param name="Status"><c>created</c>, <c>joining</c>, <c>active</c>, <c>shutting_down</c> or <c>stopping</c>; null if the cluster does not say.</param>
/// <param name="Since">When it began to count; null if it does not report.</param>
/// <param name="ReportedAt">When it last told what it counts; null if it does not report.</param>
/// <param name="Activations">How many grains are active in it; null if it does not say.</param>
/// <param name="Throughput">What it has counted since it began; null if it does not report.</param>
public sealed record SiloView(
    string Silo, string? Status, DateTimeOffset? Since, DateTimeOffset? ReportedAt, int? Activations, Throughput? Throughput);

/// <param name="Open">Items that no replay has taken in.</param>
public sealed record RawInboxCount(long Open);

/// <param name="Count">How many there are, of all followers.</param>
public sealed record DeadLetterCount(int Count);
