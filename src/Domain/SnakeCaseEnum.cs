using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Domain;

/// <summary>Enumerations as words, so that what is stored reads by itself.</summary>
internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
