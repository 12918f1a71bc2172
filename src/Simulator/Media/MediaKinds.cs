using System.Text;

namespace MultiLine.Simulator.Media;

/// <summary>A kind of media with the MIME types and the size that WhatsApp takes for it.</summary>
/// <param name="Name">The message type that carries it.</param>
/// <param name="Largest">In bytes.</param>
internal sealed record MediaKind(string Name, long Largest, IReadOnlyList<string> MimeTypes);

/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media"/></remarks>
internal static class MediaKinds
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;
    private const long LargestStillSticker = 100 * Kilobyte;
    private const string Office = "application/vnd.openxmlformats-officedocument";

    public static readonly IReadOnlyList<MediaKind> All =
    [
        new("audio", 16 * Megabyte, ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"]),
        new(
            "document",
            100 * Megabyte,
            [
                "text/plain",
                "application/pdf",
                "application/msword",
                "application/vnd.ms-excel",
                "application/vnd.ms-powerpoint",
                $"{Office}.wordprocessingml.document",
                $"{Office}.spreadsheetml.sheet",
                $"{Office}.presentationml.presentation",
            ]
        ),
        new("image", 5 * Megabyte, ["image/jpeg", "image/png"]),
        new("sticker", 500 * Kilobyte, ["image/webp"]),
        new("video", 16 * Megabyte, ["video/mp4", "video/3gpp"]),
    ];

    /// <summary>The kind of a MIME type, whatever parameters (<c>; codecs=opus</c>) it has.</summary>
    public static MediaKind? Of(string mimeType)
    {
        var bare = mimeType.Split(';')[0].Trim();
        return All.FirstOrDefault(kind => kind.MimeTypes.Contains(bare, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>How large a file may be; a sticker that doesn't move must be smaller.</summary>
    public static long LargestOf(MediaKind kind, ReadOnlySpan<byte> bytes) =>
        kind.Name == "sticker" && !IsAnimated(bytes) ? LargestStillSticker : kind.Largest;

    /// <summary>Whether a WebP file has the animation flag.</summary>
    /// <remarks><see href="https://developers.google.com/speed/webp/docs/riff_container#extended_file_format"/></remarks>
    private static bool IsAnimated(ReadOnlySpan<byte> webp) =>
        webp.Length > 20 && Encoding.ASCII.GetString(webp[12..16]) == "VP8X" && (webp[20] & 0x02) != 0;
}
