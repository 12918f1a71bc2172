using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Storage.States;

/// <summary>The grains' persistent states as JSON, the same in every store, without a name of any type.</summary>
public static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static byte[] Write<T>(T state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    public static T Read<T>(ReadOnlySpan<byte> stored) =>
        JsonSerializer.Deserialize<T>(stored, Options) ?? throw new InvalidDataException($"The stored state of {typeof(T).Name} is null.");
}
