using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLine.Simulator.Graph;

/// <summary>How bodies of the Graph API are read and written: snake case; parameters that Meta doesn't know are errors.</summary>
internal static class GraphJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static IResult Reply<T>(T body, int status = StatusCodes.Status200OK) => Results.Json(body, Options, statusCode: status);

    public static readonly IResult Success = Reply(new { Success = true });
}
