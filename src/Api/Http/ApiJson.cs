using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Api.Http;

/// <summary>
/// How the API speaks JSON: snake-case names, enumerations as words. What comes in is taken at its word: doubled
/// properties, numbers in quotation marks and deep nesting are refused and not guessed at; bodies refuse unknown properties.
/// </summary>
internal static class ApiJson
{
    private const int DeepestNesting = 32;

    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = new SnakeCaseNames();
        json.PropertyNameCaseInsensitive = false;
        json.Converters.Add(new WordConverter(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)));
        json.NumberHandling = JsonNumberHandling.Strict;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.MaxDepth = DeepestNesting;
        // It is never put into HTML, so it may stay readable.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return json;
    }

    /// <summary>Snake case, in which WhatsApp is one word.</summary>
    private sealed class SnakeCaseNames : JsonNamingPolicy
    {
        public override string ConvertName(string name) =>
            SnakeCaseLower.ConvertName(name.Replace("WhatsApp", "Whatsapp", StringComparison.Ordinal));
    }
}
