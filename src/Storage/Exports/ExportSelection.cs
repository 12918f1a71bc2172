using MultiLine.Domain;

namespace MultiLine.Storage.Exports;

/// <summary>Which records are in an export; for the others their leaves stand. The organisation's acts are in it where no line and no contact is named.</summary>
public sealed record ExportSelection
{
    public string? Line { get; init; }

    public string? Contact { get; init; }

    /// <summary>Captured at this time or later, by our own clock.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Captured before this time, by our own clock.</summary>
    public DateTimeOffset? Until { get; init; }

    internal bool IsEverything => this == new ExportSelection();

    internal bool MayHave(ConversationKey conversation) =>
        (Line is null || conversation.Line == Line) && (Contact is null || conversation.Contact == Contact);

    internal bool Has(DateTimeOffset capturedAt) => !(capturedAt < From) && !(capturedAt >= Until);
}
