namespace MultiLine.Grains.Interfaces.Operations;

/// <param name="Waiting">Messages that wait to be sent.</param>
/// <param name="InFlight">Messages that are being sent: an attempt is open.</param>
/// <param name="OldestAgeSeconds">For how long the oldest of those that wait does so; null if none does.</param>
/// <param name="Paused">How many of the numbers listed pause.</param>
/// <param name="Numbers">Those with messages in the queue, the one whose oldest message waits longest first; 100 at most.</param>
[GenerateSerializer, Immutable, Alias("ml.QueueReading")]
public sealed record QueueReading(
    [property: Id(0)] int Waiting,
    [property: Id(1)] int InFlight,
    [property: Id(2)] double? OldestAgeSeconds,
    [property: Id(3)] int Paused,
    [property: Id(4)] IReadOnlyList<NumberQueue> Numbers);

/// <param name="Organization">Whose number it is.</param>
/// <param name="Channel">On which channel.</param>
/// <param name="Number">The provider's id of it; of SMS the number itself.</param>
/// <param name="Waiting">Messages that wait to be sent from it.</param>
/// <param name="InFlight">Messages that are being sent.</param>
/// <param name="OldestAgeSeconds">For how long the oldest of those that wait does so, however often it was put off; null if none does.</param>
/// <param name="Pause">Why nothing goes out; null if something does, or where the number does not say.</param>
[GenerateSerializer, Immutable, Alias("ml.NumberQueue")]
public sealed record NumberQueue(
    [property: Id(0)] string Organization,
    [property: Id(1)] string Channel,
    [property: Id(2)] string Number,
    [property: Id(3)] int Waiting,
    [property: Id(4)] int InFlight,
    [property: Id(5)] double? OldestAgeSeconds,
    [property: Id(6)] QueuePause? Pause);

/// <param name="ProviderCode">The provider's code of the reason.</param>
/// <param name="Since">Since when.</param>
/// <param name="TriedAgainAt">When the number is tried again by itself.</param>
[GenerateSerializer, Immutable, Alias("ml.QueuePause")]
public sealed record QueuePause(
    [property: Id(0)] int ProviderCode, [property: Id(1)] DateTimeOffset Since, [property: Id(2)] DateTimeOffset? TriedAgainAt);
