using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Sending;

/// <summary>
/// Shows contacts that their messages were read and that an answer is being written. Nothing depends on it: what the provider does not take
/// is told by the next one. Key: org.
/// </summary>
[Alias("ml.IReceiptGrain")]
public interface IReceiptGrain : IGrainWithStringKey
{
    [Alias("Show"), OneWay]
    Task Show(Receipt receipt);
}

/// <param name="Person">Who reads or writes.</param>
/// <param name="Place">Of the newest message in the thread that was read; null for all that are there.</param>
/// <param name="Typing">An answer is being written.</param>
[GenerateSerializer, Immutable, Alias("ml.ReceiptRequest")]
public sealed record ReceiptRequest([property: Id(0)] string Person, [property: Id(1)] long? Place, [property: Id(2)] bool Typing);

/// <param name="Number">Our number, as the provider names it.</param>
/// <param name="ProviderMessageId">The newest message of the contact that was read; those before it were read as well.</param>
/// <param name="Typing">An answer is being written.</param>
[GenerateSerializer, Immutable, Alias("ml.Receipt")]
public sealed record Receipt([property: Id(0)] string Number, [property: Id(1)] string ProviderMessageId, [property: Id(2)] bool Typing);
