using System.Text.Json.Nodes;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Phones.Acts;

/// <summary>A picture, a film, a sound or a document, uploaded before through <c>POST /control/media</c>.</summary>
/// <param name="Voice">Audio that was spoken into WhatsApp.</param>
/// <param name="Voicemail">Audio that was left because nobody took the call: its id is the call's.</param>
internal sealed record SharedFile(
    string? MediaId,
    string? Caption = null,
    string? FileName = null,
    bool Voice = false,
    bool Voicemail = false,
    string? ReplyTo = null
)
{
    /// <summary>What is wrong with it; null if nothing is.</summary>
    public string? FlawOf(MediaKind kind)
    {
        if (Caption is not null && kind.Name is "audio" or "sticker")
            return $"A file of type {kind.Name} has no 'caption'.";
        if (FileName is not null && kind.Name != "document")
            return "Only a document has a 'fileName'.";
        return (Voice || Voicemail) && kind.Name != "audio" ? "Only audio is a 'voice' note or 'voicemail'." : null;
    }

    /// <param name="wire">The media object as the business gets it.</param>
    public ContactMessage Compose(Medium medium, MediaKind kind, JsonObject wire)
    {
        if (Caption is not null)
            wire["caption"] = Caption;
        if (kind.Name == "document")
            wire["filename"] = FileName ?? "document";
        if (kind.Name == "audio")
            wire["voice"] = Voice || Voicemail;
        if (kind.Name == "sticker")
            wire["animated"] = false;

        var shown = new BubbleMedia(medium.Id, null, medium.MimeType, FileName) { Type = kind.Name, Voice = Voice || Voicemail };
        return new ContactMessage(kind.Name, wire, new Bubble(Caption ?? "") { Media = shown })
        {
            Id = Voicemail ? Wacid.New() : null,
            ReplyTo = ReplyTo,
        };
    }
}
