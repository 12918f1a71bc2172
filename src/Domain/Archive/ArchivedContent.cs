using MultiLine.Domain.Content;

namespace MultiLine.Domain.Archive;

/// <summary>What an event says, as far as it is kept.</summary>
public sealed record ArchivedContent
{
    private ArchivedContent()
    {
    }

    /// <summary>The event has no content of its own, or the export has no right to it.</summary>
    public static ArchivedContent None { get; } = new();

    /// <summary>It was disposed of; the commitment stays.</summary>
    public static ArchivedContent Disposed { get; } = new() { IsDisposed = true };

    public bool IsDisposed { get; private init; }

    public MessageContent? Opened { get; private init; }

    /// <summary>The exact bytes that the commitment is over, behind the salt; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    public ReadOnlyMemory<byte> Salt { get; private init; }

    public static ArchivedContent Of(SaltedContent salted)
    {
        ArgumentNullException.ThrowIfNull(salted);
        return new ArchivedContent
        {
            Opened = salted.Content,
            Salt = salted.Bytes[..Commitment.SaltLength],
            Bytes = salted.Bytes[Commitment.SaltLength..],
        };
    }
}
