namespace MultiLine.Storage.Log;

/// <summary>One event as it is stored. <see cref="Body"/> is its JSON, to the byte what the ledger hashes.</summary>
/// <param name="Version">Sequence number in the conversation, from 1, without gaps.</param>
/// <param name="Type">The event's stable type name.</param>
/// <param name="Schema">Schema version of the body.</param>
/// <param name="MessageId">The message that the event is about, if it is about one.</param>
/// <param name="RecordedAt">Our time.</param>
/// <param name="ProviderAt">The provider's timestamp, where there is one.</param>
/// <param name="Body">JSON, UTF-8.</param>
public sealed record LogRow(
    long Version, string Type, int Schema, string? MessageId, DateTimeOffset RecordedAt, DateTimeOffset? ProviderAt, byte[] Body);
