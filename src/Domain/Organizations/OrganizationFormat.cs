using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Domain.Organizations;

/// <summary>How an organisation is stored: UTF-8 JSON with snake-case names.</summary>
public static class OrganizationFormat
{
    public static byte[] Write(Organization organization) =>
        JsonSerializer.SerializeToUtf8Bytes(organization, OrganizationJson.Default.Organization);

    public static Organization Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, OrganizationJson.Default.Organization) ?? throw new JsonException("An organisation is not null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SnakeCaseEnum<Channel>), typeof(SnakeCaseEnum<Role>)])]
[JsonSerializable(typeof(Organization))]
internal sealed partial class OrganizationJson : JsonSerializerContext;
