using System.Text.Json;
using MultiLine.Simulator.Graph.Errors;

namespace MultiLine.Simulator.Graph;

/// <summary>Reads bodies strictly: what isn't JSON, has a wrong type or an unknown parameter is refused with code 100.</summary>
internal static class RequestBody
{
    public static async Task<Answer<T>> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, GraphJson.Options, request.HttpContext.RequestAborted);
            return body is null ? GraphErrors.InvalidParameter("The body is empty.") : body;
        }
        catch (JsonException unreadable)
        {
            return Refusal(unreadable, "$");
        }
    }

    /// <summary>For calls whose body may be missing, whether the request tells its length or not.</summary>
    public static async Task<Answer<T>> ReadIfAnyAsync<T>(HttpRequest request, T otherwise)
        where T : class
    {
        var begin = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
        request.BodyReader.AdvanceTo(begin.Buffer.Start);
        return begin is { IsCompleted: true, Buffer.IsEmpty: true } ? otherwise : await ReadAsync<T>(request);
    }

    /// <summary>Reads a part of a body; <paramref name="name"/> is its parameter name.</summary>
    public static Answer<T> Read<T>(JsonElement part, string name)
        where T : class
    {
        try
        {
            return part.Deserialize<T>(GraphJson.Options) is { } value ? value : GraphErrors.ParameterRequired(name);
        }
        catch (JsonException unreadable)
        {
            return Refusal(unreadable, name);
        }
    }

    private static GraphError Refusal(JsonException unreadable, string root) =>
        GraphErrors.InvalidParameter($"Unexpected key or value at {root}{unreadable.Path?.TrimStart('$')}.");
}
