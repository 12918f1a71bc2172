using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Domain.Media;
using MultiLine.Domain.Surveillance;

namespace MultiLine.Domain.Audit;

/// <summary>How acts are stored: UTF-8 JSON with snake-case names, the type first.</summary>
public static class AuditFormat
{
    /// <summary>The schema version that is written today. All versions up to it can be read.</summary>
    public const int Schema = 1;

    private static readonly Dictionary<Type, string> Names = typeof(AuditEvent)
        .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
        .Cast<JsonDerivedTypeAttribute>()
        .ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    public static byte[] Write(AuditEvent e) => JsonSerializer.SerializeToUtf8Bytes(e, AuditJson.Default.AuditEvent);

    /// <exception cref="JsonException">The bytes are not an act of this schema.</exception>
    public static AuditEvent Read(int schema, ReadOnlySpan<byte> body) => schema == Schema
        ? JsonSerializer.Deserialize(body, AuditJson.Default.AuditEvent) ?? throw new JsonException("An act is not null.")
        : throw new JsonException($"Acts of schema {schema} are newer than this release, which reads up to {Schema}.");

    /// <summary>The stable name of the act's type, for example <c>original_opened</c>.</summary>
    public static string TypeName(AuditEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return Names[e.GetType()];
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SnakeCaseEnum<ReviewOutcome>), typeof(SnakeCaseEnum<MediumFailure>)])]
[JsonSerializable(typeof(AuditEvent))]
internal sealed partial class AuditJson : JsonSerializerContext;
