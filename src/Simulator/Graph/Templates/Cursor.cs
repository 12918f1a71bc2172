namespace MultiLine.Simulator.Graph.Templates;

/// <summary>An opaque place in a list.</summary>
/// <remarks><see href="https://developers.facebook.com/docs/graph-api/results"/></remarks>
internal static class Cursor
{
    public static string Write(long sequence) => Convert.ToBase64String(BitConverter.GetBytes(sequence)).TrimEnd('=');

    /// <summary>An unreadable cursor is the beginning of the list.</summary>
    public static long Read(string? cursor)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + 1];
        return cursor is not null && Convert.TryFromBase64String(cursor + "=", bytes, out var length) && length == sizeof(long)
            ? BitConverter.ToInt64(bytes)
            : 0;
    }

    /// <summary>The address of the page after this one: the same call with another <c>after</c>.</summary>
    public static string NextPage(HttpRequest http, long after)
    {
        var query = http
            .Query.Where(pair => pair.Key is not "after" and not "access_token")
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
            .Append(KeyValuePair.Create("after", (string?)Write(after)));
        return $"{http.Scheme}://{http.Host}{http.Path}{QueryString.Create(query).ToUriComponent()}";
    }
}
