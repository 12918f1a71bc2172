using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Api.Http;

/// <summary>
/// Enumerations as the words that another converter writes. It reads these and nothing else; the framework's own also takes a list
/// of them, and makes one value of “whatsapp, sms”.
/// </summary>
internal sealed class WordConverter(JsonConverterFactory words) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var inner = new JsonSerializerOptions { Converters = { words } };
        return (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert), inner)!;
    }

    private sealed class Of<T>(JsonSerializerOptions words) : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly Dictionary<string, T> _values = Enum.GetValues<T>()
            .ToDictionary(value => JsonSerializer.SerializeToElement(value, words).GetString()!, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && _values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, words);
    }
}
