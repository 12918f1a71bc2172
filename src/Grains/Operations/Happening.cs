using MultiLine.Grains.Interfaces.Operations;

namespace MultiLine.Grains.Operations;

/// <summary>What is counted. Each is a member of <see cref="Throughput"/>.</summary>
public enum Happening
{
    Received,
    Accepted,
    Deferred,
    Sent,
    Delivered,
    Read,
    Failed,
    OutcomeUnknown,
    WebhookTaken,
    WebhookKeptRaw,
    WebhookNotTaken,
    NotFollowed,
}

/// <summary>What is timed. Each is a member of <see cref="FiguresReading"/>.</summary>
public enum Timed
{
    Webhook,
    Sending,
    ProviderCall,
}
