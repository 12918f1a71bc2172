using System.Text.Json;

namespace MultiLine.Api.Http;

/// <summary>Enumerations as the words that they have in JSON, which is how they cross grain calls.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value, ApiJson.Options).GetString()!;
}
