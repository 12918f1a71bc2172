namespace MultiLine.Grains.Interfaces.Operations;

/// <param name="Kind"><c>archive</c> or <c>inbox</c>.</param>
/// <param name="Behind">Conversations with events that it has not followed.</param>
/// <param name="OldestAgeSeconds">How long ago the oldest of these steps was recorded; null if there is none.</param>
/// <param name="DeadLetters">How many of these conversations are dead letters: behind for more than two minutes.</param>
[GenerateSerializer, Immutable, Alias("ml.FollowerReading")]
public sealed record FollowerReading(
    [property: Id(0)] string Kind, [property: Id(1)] int Behind, [property: Id(2)] double? OldestAgeSeconds, [property: Id(3)] int DeadLetters);

/// <summary>A conversation that a follower should have followed long ago. Nothing of it is lost: its events are in its log.</summary>
/// <param name="Id">Names it for a retry.</param>
/// <param name="Kind">Of the follower: <c>archive</c> or <c>inbox</c>.</param>
/// <param name="Organization">Whose conversation it is.</param>
/// <param name="Line">On which line.</param>
/// <param name="Contact">With whom, by our own id.</param>
/// <param name="Since">When the step that left the follower behind was recorded.</param>
[GenerateSerializer, Immutable, Alias("ml.DeadLetter")]
public sealed record DeadLetter(
    [property: Id(0)] string Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Organization,
    [property: Id(3)] string Line,
    [property: Id(4)] string Contact,
    [property: Id(5)] DateTimeOffset Since);
