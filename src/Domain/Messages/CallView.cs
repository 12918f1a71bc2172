using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Messages;

/// <summary>How a call went, from all that was told of it in any order.</summary>
/// <param name="Happened">The provider's word for the newest thing that happened.</param>
/// <param name="Result">The provider's word for how it ended.</param>
/// <param name="Seconds">How long the two spoke.</param>
/// <param name="EndedAt">The provider's time.</param>
public sealed record CallView(string Happened, string? Result, int? Seconds, DateTimeOffset? EndedAt)
{
    internal static CallView Unknown { get; } = new("", null, null, null);

    private const string Ended = "terminate";
    private const string Recorded = "call_recording_available";
    private const string Transcribed = "call_transcription_available";

    /// <summary>The event that holds what is known of the recording.</summary>
    public long? RecordingVersion { get; init; }

    /// <summary>The event that holds what is known of the transcript.</summary>
    public long? TranscriptVersion { get; init; }

    private DateTimeOffset At { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Nothing changes any more how a call ended.</summary>
    internal CallView After(ICallEvent told, long version) => new(
        told.Happened == Ended || told.ProviderAt >= At && EndedAt is null ? told.Happened : Happened,
        told.Result ?? Result,
        told.Seconds ?? Seconds,
        told.Happened == Ended ? told.ProviderAt : EndedAt)
    {
        At = told.ProviderAt >= At ? told.ProviderAt : At,
        RecordingVersion = told.Happened == Recorded ? version : RecordingVersion,
        TranscriptVersion = told.Happened == Transcribed ? version : TranscriptVersion,
    };
}
