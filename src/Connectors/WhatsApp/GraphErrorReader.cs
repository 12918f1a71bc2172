using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp;

/// <summary>Reads an error object of Meta's, which looks nearly the same in replies and in webhooks.</summary>
internal static class GraphErrorReader
{
    /// <summary>The error, or null if the object has no code.</summary>
    public static GraphError? Read(JsonElement error) => error.Number("code") is not { } code
        ? null
        : new GraphError(code, Details(error))
        {
            UserTitle = error.Text("error_user_title"),
            UserMessage = error.Text("error_user_msg"),
            IsTransient = error.Member("is_transient").ValueKind == JsonValueKind.True,
        };

    /// <summary>The first of <c>errors</c> that has a code, or null.</summary>
    public static GraphError? ReadFirst(JsonElement parent) => parent.ListOf("errors").Select(Read).FirstOrDefault(error => error is not null);

    private static string Details(JsonElement error) =>
        error.Member("error_data").Text("details")
        ?? error.Text("details")
        ?? error.Text("message")
        ?? error.Text("title")
        ?? "";
}
