using Orleans.Streams;

namespace MultiLine.Embedded.Streams;

/// <summary>Counts the items of a provider.</summary>
internal sealed class MemoryStreamToken(long number) : StreamSequenceToken
{
    public override long SequenceNumber { get; protected set; } = number;

    public override int EventIndex { get; protected set; }
}
