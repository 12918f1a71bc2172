namespace MultiLine.Domain.Retention;

/// <summary>A rule as it came into force. All of them are kept, in order: what was captured under a longer one is kept as long as that says.</summary>
/// <param name="At">From when on, by our own clock.</param>
/// <param name="Line">For which line; null for the whole organisation.</param>
/// <param name="Rule">The rule; null where the line goes by its organisation again.</param>
public sealed record RecordingChange(DateTimeOffset At, string? Line, RecordingRule? Rule);
