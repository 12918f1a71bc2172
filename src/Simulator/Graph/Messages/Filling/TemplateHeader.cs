using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Messages.Contents;
using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Filling;

/// <summary>What stands above the text of a template: a line, a file or a place.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components"/></remarks>
internal static class TemplateHeader
{
    private const string Component = "header";

    /// <param name="file">Looks at a file; answers with what the phone shows of it.</param>
    /// <returns>A bubble that has nothing but the header.</returns>
    public static Answer<Bubble> Fill(
        Template template,
        IReadOnlyList<SentParameter> given,
        Func<string, MediaContent, Answer<BubbleMedia>> file
    )
    {
        var format = template.Part("HEADER")?.Format ?? "TEXT";
        if (format == "TEXT")
        {
            return TemplateParameters.Fill(template, Component, given).IsRefused(out var wrong, out var text)
                ? wrong
                : new Bubble("") { Header = text.Length == 0 ? null : text };
        }

        if (given is not [{ Type: { } type } parameter] || !type.Equals(format, StringComparison.OrdinalIgnoreCase))
            return Mismatch(format, given);
        if (format == "LOCATION")
            return Place(parameter.Location);
        if (FileOf(parameter, type) is not { } content)
            return GraphErrors.ParameterMissing($"{Component}: Parameter of type {type} is missing {type.ToLowerInvariant()} value");
        return file(type.ToLowerInvariant(), content).IsRefused(out var refusal, out var shown) ? refusal : new Bubble("") { Media = shown };
    }

    private static MediaContent? FileOf(SentParameter parameter, string type) =>
        type.ToUpperInvariant() switch
        {
            "IMAGE" => parameter.Image,
            "VIDEO" => parameter.Video,
            _ => parameter.Document,
        };

    private static Answer<Bubble> Place(LocationContent? location)
    {
        if (location is null)
            return GraphErrors.ParameterMissing($"{Component}: Parameter of type location is missing location value");
        return LocationMessage.Check(location, Component) is { } wrong
            ? wrong
            : new Bubble("") { Location = LocationMessage.PlaceOf(location) };
    }

    private static GraphError Mismatch(string format, IReadOnlyList<SentParameter> given) =>
        MessageErrors.ParameterFormat(
            $"{Component}: Format mismatch, expected {format}, received {given.Select(TemplateParameters.NameOfType).FirstOrDefault("UNKNOWN")}"
        );
}
