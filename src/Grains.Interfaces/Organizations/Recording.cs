namespace MultiLine.Grains.Interfaces.Organizations;

/// <param name="Recorded">Everything that is said is kept for its retention class.</param>
/// <param name="Years">The retention class where it is recorded; null otherwise.</param>
/// <param name="Days">How long what is said is kept where it is not recorded; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("ml.RecordingTerms")]
public sealed record RecordingTerms([property: Id(0)] bool Recorded, [property: Id(1)] int? Years, [property: Id(2)] int? Days);

/// <param name="Person">The administrator.</param>
/// <param name="Line">For which line; null for the whole organisation.</param>
/// <param name="Terms">From now on; null where the line is to go by its organisation again.</param>
[GenerateSerializer, Immutable, Alias("ml.RecordingChoice")]
public sealed record RecordingChoice([property: Id(0)] string Person, [property: Id(1)] string? Line, [property: Id(2)] RecordingTerms? Terms);

/// <param name="Terms">Of the whole organisation; null where nobody has chosen any yet: then everything is kept.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="OptInLanguagesWithoutNotice">Languages of opt-in requests that don't tell the contact of the recording that there is.</param>
/// <param name="SmsNoticeLacksIt">The SMS notice doesn't tell the contact of the recording that there is.</param>
[GenerateSerializer, Immutable, Alias("ml.RecordingCard")]
public sealed record RecordingCard(
    [property: Id(0)] RecordingTerms? Terms,
    [property: Id(1)] IReadOnlyList<LineRecording> Lines,
    [property: Id(2)] IReadOnlyList<string> OptInLanguagesWithoutNotice,
    [property: Id(3)] bool SmsNoticeLacksIt);

/// <param name="Line">Its id.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Own">Of the line alone; null where it goes by its organisation.</param>
/// <param name="InForce">That hold on it now; null where nobody has chosen any yet.</param>
[GenerateSerializer, Immutable, Alias("ml.LineRecording")]
public sealed record LineRecording(
    [property: Id(0)] string Line, [property: Id(1)] string Name, [property: Id(2)] RecordingTerms? Own, [property: Id(3)] RecordingTerms? InForce);
