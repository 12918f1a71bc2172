using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Contents;

internal static class TextMessage
{
    private const int LongestBody = 4096;

    public static Answer<Draft> Compose(TextContent? text)
    {
        if (text is null)
            return GraphErrors.ParameterRequired("text");
        if (string.IsNullOrEmpty(text.Body))
            return GraphErrors.ParameterRequired("text['body']");
        return text.Body.Length > LongestBody
            ? GraphErrors.TooLong("text['body']", LongestBody)
            : new Draft("text", new Bubble(text.Body) { Preview = text.PreviewUrl ? FirstLink(text.Body) : null }, "service");
    }

    private static string? FirstLink(string body) =>
        body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => word.StartsWith("https://", StringComparison.Ordinal) || word.StartsWith("http://", StringComparison.Ordinal));
}
