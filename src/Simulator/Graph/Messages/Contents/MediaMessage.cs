using System.Text.Json;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Contents;

/// <summary>The content of an image, video, audio, document or sticker: an uploaded file or a link.</summary>
internal sealed record MediaContent(string? Id, string? Link, string? Caption, string? Filename, bool? Voice);

/// <summary>A file with or without a caption. Links are taken as they are: unlike Meta, the simulator never fetches them.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages"/></remarks>
internal static class MediaMessage
{
    public static readonly IReadOnlyList<string> Types = [.. MediaKinds.All.Select(kind => kind.Name)];

    private const int LongestCaption = 1024;

    public static Answer<Draft> Compose(string type, JsonElement? given, string numberId, MediaStore media)
    {
        if (given is not { } part)
            return GraphErrors.ParameterRequired(type);
        if (RequestBody.Read<MediaContent>(part, type).IsRefused(out var refusal, out var content))
            return refusal;
        if (content.Caption?.Length > LongestCaption)
            return GraphErrors.TooLong($"{type}['caption']", LongestCaption);
        return Show(type, content, numberId, media).IsRefused(out refusal, out var shown)
            ? refusal
            : new Draft(type, new Bubble(content.Caption ?? "") { Media = shown }, "service");
    }

    /// <summary>A file in a header: like one that is sent, without caption.</summary>
    public static Answer<BubbleMedia> ShowInHeader(string type, MediaContent content, string numberId, MediaStore media) =>
        content.Caption is null ? Show(type, content, numberId, media) : Unexpected(type, "caption");

    public static bool IsWebAddress(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private static Answer<BubbleMedia> Show(string type, MediaContent content, string numberId, MediaStore media)
    {
        if (CheckShape(type, content) is { } wrong)
            return wrong;
        if (content.Link is not null)
            return Shown(type, content, null);

        if (media.Find(content.Id!) is not { } medium || medium.NumberId != numberId)
            return MediaErrors.UnknownId(type);
        return MediaKinds.Of(medium.MimeType)!.Name == type
            ? Shown(type, content, medium.MimeType)
            : MediaErrors.UploadFailed($"A file of type {medium.MimeType} can't be sent as {type}.");
    }

    private static GraphError? CheckShape(string type, MediaContent content)
    {
        if (content.Caption is not null && (type is "audio" or "sticker"))
            return Unexpected(type, "caption");
        if (content.Filename is not null && type != "document")
            return Unexpected(type, "filename");
        if (content.Voice is not null && type != "audio")
            return Unexpected(type, "voice");
        return (content.Id, content.Link) switch
        {
            (null or "", null or "") => GraphErrors.ParameterMissing($"{type} needs an id or a link."),
            (not null, not null) => GraphErrors.ParameterInvalid($"{type} must have either an id or a link."),
            (_, { } link) when !IsWebAddress(link) => GraphErrors.ParameterInvalid($"{type}['link'] is not a valid URI."),
            _ => null,
        };
    }

    private static GraphError Unexpected(string type, string name) =>
        GraphErrors.InvalidParameter($"Unexpected key or value at {type}.{name}.");

    private static BubbleMedia Shown(string type, MediaContent content, string? mimeType) =>
        new(content.Id, content.Link, mimeType, content.Filename) { Type = type, Voice = content.Voice ?? false };
}
