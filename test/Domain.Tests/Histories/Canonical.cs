using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>A value with everything in it as text, so that two can be compared whole and the difference read.</summary>
internal static class Canonical
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Options);
}
