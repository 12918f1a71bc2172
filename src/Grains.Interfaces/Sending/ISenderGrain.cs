using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Sending;

/// <summary>
/// A number that sends: hands the heads of its queue to dispatchers, each with an expiring permit, as fast as the limits of the number
/// and of each pair allow, and knows the number's health. Key: org/channel/number.
/// </summary>
[Alias("ml.ISenderGrain")]
public interface ISenderGrain : IGrainWithStringKey
{
    /// <summary>There may be something to send.</summary>
    [Alias("Wake"), OneWay]
    Task Wake();

    /// <summary>The dispatcher is done with a message: its permit ends.</summary>
    [Alias("Release")]
    Task Release(PermitReturn permit);

    /// <summary>How the number does.</summary>
    [Alias("GetHealth")]
    Task<NumberHealth> GetHealth();

    /// <summary>A person says that the number may send again.</summary>
    [Alias("Resume")]
    Task Resume();
}

/// <summary>Takes a queued message with a permit through attempt, provider call and outcome. Key: org.</summary>
[Alias("ml.IDispatcherGrain")]
public interface IDispatcherGrain : IGrainWithStringKey
{
    [Alias("Dispatch"), OneWay]
    Task Dispatch(DispatchOrder order);
}

/// <param name="Sender">The key of the sender that gave the permit.</param>
/// <param name="Conversation">Whose message.</param>
/// <param name="MessageId">The message.</param>
/// <param name="ExpiresAt">The permit is worth nothing from then on.</param>
[GenerateSerializer, Immutable, Alias("ml.DispatchOrder")]
public sealed record DispatchOrder(
    [property: Id(0)] string Sender,
    [property: Id(1)] string Conversation,
    [property: Id(2)] string MessageId,
    [property: Id(3)] DateTimeOffset ExpiresAt);

/// <param name="Conversation">Whose message.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Pause">The provider won't take anything from this number until somebody acts.</param>
/// <param name="HoldFor">The message is due and could not be attempted all the same: it is not handed out again for this long.</param>
/// <param name="UsedUp">The limit that the provider says is used up: number or contact.</param>
/// <param name="Served">Whether the provider is there for this number; null where it was not called, or a pause says more.</param>
[GenerateSerializer, Immutable, Alias("ml.PermitReturn")]
public sealed record PermitReturn(
    [property: Id(0)] string Conversation,
    [property: Id(1)] string MessageId,
    [property: Id(2)] NumberPause? Pause = null,
    [property: Id(3)] TimeSpan? HoldFor = null,
    [property: Id(4)] string? UsedUp = null,
    [property: Id(5)] bool? Served = null);

/// <param name="ProviderCode">The provider's error code.</param>
/// <param name="At">Since when.</param>
[GenerateSerializer, Immutable, Alias("ml.NumberPause")]
public sealed record NumberPause([property: Id(0)] int ProviderCode, [property: Id(1)] DateTimeOffset At);

/// <param name="Pause">Null while the number sends.</param>
/// <param name="InFlight">Messages that are with the provider just now.</param>
/// <param name="TriedAgainAt">When a number that pauses is tried again by itself.</param>
[GenerateSerializer, Immutable, Alias("ml.NumberHealth")]
public sealed record NumberHealth(
    [property: Id(0)] NumberPause? Pause, [property: Id(1)] int InFlight, [property: Id(2)] DateTimeOffset? TriedAgainAt = null);
