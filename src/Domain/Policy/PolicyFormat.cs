using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Domain.Policy;

/// <summary>How a policy is stored, and what a policy file holds: UTF-8 JSON with snake-case names.</summary>
public static class PolicyFormat
{
    /// <summary>
    /// Not generated from source, as other formats are: what a person leaves out of a policy has its usual value, and generated readers set what is left
    /// out to nothing.
    /// </summary>
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        Converters = { new SnakeCaseEnum<Channel>(), new SnakeCaseEnum<PolicyAction>(), new SnakeCaseEnum<Rules.Direction>() },
    };

    /// <summary>Indented, so that a person can read and edit it.</summary>
    public static byte[] Write(OrganizationPolicy policy) => JsonSerializer.SerializeToUtf8Bytes(policy, Options);

    /// <exception cref="JsonException">The bytes are not a policy; the message names the place, such as <c>$.rules[0].action</c>.</exception>
    public static OrganizationPolicy Read(ReadOnlySpan<byte> bytes)
    {
        var policy = Deserialize(bytes) ?? throw new JsonException("A policy is a JSON object, not null. Path: $");
        return policy.WrittenSchema switch
        {
            > OrganizationPolicy.Schema => throw new JsonException(
                $"A policy of schema {policy.WrittenSchema} is newer than this release, which reads up to {OrganizationPolicy.Schema}. Path: $.schema"),
            < 1 => throw new JsonException($"There is no schema {policy.WrittenSchema}: it is {OrganizationPolicy.Schema}. Path: $.schema"),
            _ => policy,
        };
    }

    private static OrganizationPolicy? Deserialize(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<OrganizationPolicy>(bytes, Options);
        }
        catch (JsonException e) when (e.Path is { } path && !e.Message.Contains(path, StringComparison.Ordinal))
        {
            throw new JsonException($"{e.Message} Path: {path}", e);
        }
    }
}
