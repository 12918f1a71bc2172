using MultiLine.Domain.Content;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>A message that policy is to look at.</summary>
/// <param name="Direction"><see cref="Rules.Direction.Out"/> or <see cref="Rules.Direction.In"/>.</param>
/// <param name="Channel">On which it goes.</param>
/// <param name="Content">What it says.</param>
public readonly record struct Subject(Direction Direction, Channel Channel, MessageContent Content)
{
    /// <summary>Ids of who wrote it, or of those whose line it comes in on. Null: nobody is known, and only rules for everybody apply.</summary>
    public IReadOnlyList<string>? People { get; init; }

    /// <summary>What the first bytes of its attachment say that it is (<see cref="Media.MediaType.Of"/>). Null where there are no bytes yet.</summary>
    public string? SniffedType { get; init; }

    /// <summary>Of its attachment, in bytes; null where it isn't known.</summary>
    public long? AttachmentSize { get; init; }
}
