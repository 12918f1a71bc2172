namespace MultiLine.Grains.Interfaces.Archive;

/// <summary>Leaves the organisation's tree heads at one destination outside and keeps each answer. Key: org/destination.</summary>
[Alias("ml.IAnchorGrain")]
public interface IAnchorGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that heads are left there from now on.</summary>
    [Alias("Wake")]
    Task Wake();
}

/// <param name="Id">Orders the answers.</param>
/// <param name="Destination">Its name in the settings.</param>
/// <param name="Number">Of the tree head.</param>
/// <param name="At">When it answered.</param>
/// <param name="Taken">Whether the destination has the head.</param>
/// <param name="Answer">What it answered; of an address on the web the status, SHA-256 of the answer and its first 1024 bytes.</param>
[GenerateSerializer, Immutable, Alias("ml.AnchorCard")]
public sealed record AnchorCard(
    [property: Id(0)] long Id,
    [property: Id(1)] string Destination,
    [property: Id(2)] long Number,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] bool Taken,
    [property: Id(5)] string Answer);
