namespace MultiLine.Connectors;

/// <summary>Why the outcome of a call is unknown.</summary>
public enum UnknownReason
{
    /// <summary>No reply in time.</summary>
    TimedOut,

    /// <summary>The connection broke after the request had started to go out.</summary>
    ConnectionLost,

    /// <summary>The provider answered with an error under which messages are known to go out all the same.</summary>
    ProviderError,

    /// <summary>A reply that isn't the provider's, or not understood.</summary>
    UnreadableReply,
}
