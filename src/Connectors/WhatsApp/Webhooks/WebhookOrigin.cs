using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>Where in a webhook an item stood, so that a webhook with this item alone can be written again.</summary>
internal sealed record WebhookOrigin
{
    public const string BusinessAccount = "whatsapp_business_account";

    private static readonly JsonWriterOptions AsItCame = new() { SkipValidation = true };

    /// <summary>Raw JSON of <c>entry.id</c> and <c>entry.time</c>; both empty where the item is the entry itself.</summary>
    public ReadOnlyMemory<byte> EntryId { get; init; }

    public ReadOnlyMemory<byte> EntryTime { get; init; }

    /// <summary>The item is a change or stands within one.</summary>
    public bool InEntry { get; init; }

    /// <summary>Raw JSON of <c>change.field</c>.</summary>
    public ReadOnlyMemory<byte> Field { get; init; }

    /// <summary>Raw JSON of what the items of one value share.</summary>
    public ReadOnlyMemory<byte> Metadata { get; init; }

    public ReadOnlyMemory<byte> Contacts { get; init; }

    /// <summary>The member of the value: null where the item is the change or the entry itself.</summary>
    public string? Member { get; init; }

    /// <summary>The item is one element of the member, which is a list.</summary>
    public bool InList { get; init; }

    /// <summary>JSON that stands around the item within its list element, where it is not that element itself.</summary>
    public (byte[] Before, byte[] After)? Nest { get; init; }

    public byte[] Wrap(ReadOnlyMemory<byte> item)
    {
        using var buffer = new MemoryStream(item.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, AsItCame))
        {
            json.WriteStartObject();
            json.WriteString("object"u8, BusinessAccount);
            json.WriteStartArray("entry"u8);
            WriteEntry(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void WriteEntry(Utf8JsonWriter json, ReadOnlyMemory<byte> item)
    {
        if (!InEntry)
        {
            WriteRaw(json, item);
            return;
        }

        json.WriteStartObject();
        WriteRaw(json, "id"u8, EntryId);
        WriteRaw(json, "time"u8, EntryTime);
        json.WriteStartArray("changes"u8);
        WriteChange(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteChange(Utf8JsonWriter json, ReadOnlyMemory<byte> item)
    {
        if (Member is null)
        {
            WriteRaw(json, item);
            return;
        }

        json.WriteStartObject();
        WriteRaw(json, "field"u8, Field);
        json.WriteStartObject("value"u8);
        json.WriteString("messaging_product"u8, "whatsapp"u8);
        WriteRaw(json, "metadata"u8, Metadata);
        WriteRaw(json, "contacts"u8, Contacts);
        json.WritePropertyName(Member);
        if (InList) json.WriteStartArray();
        WriteRaw(json, Nest is var (before, after) ? (byte[])[.. before, .. item.Span, .. after] : item);
        if (InList) json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty) return;
        json.WritePropertyName(name);
        WriteRaw(json, value);
    }

    private static void WriteRaw(Utf8JsonWriter json, ReadOnlyMemory<byte> value) =>
        json.WriteRawValue(value.Span, skipInputValidation: true);
}
