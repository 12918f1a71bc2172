namespace MultiLine.Domain.Media;

/// <summary>What a file is, told by its first bytes: what the sender says of it, and its name, prove nothing.</summary>
/// <param name="MimeType">What a browser is told that it is.</param>
/// <param name="Extension">Of a name for it, with the dot; empty where nothing is known.</param>
/// <param name="IsHarmless">A picture, a sound or a film, which a browser may show by itself: none of them can hold a script that it runs.</param>
public sealed record MediaType(string MimeType, string Extension, bool IsHarmless)
{
    /// <summary>How many bytes are enough to tell.</summary>
    public const int HeadLength = 64;

    /// <summary>Where the codec's name begins in the first page of an Ogg stream that holds one packet (RFC 3533, section 6).</summary>
    private const int OggCodec = 28;

    /// <summary>Whatever is not known to be harmless: HTML and SVG, office files, archives, programs.</summary>
    public static MediaType Unknown { get; } = new("application/octet-stream", "", IsHarmless: false);

    private static readonly MediaType Jpeg = new("image/jpeg", ".jpg", IsHarmless: true);
    private static readonly MediaType Png = new("image/png", ".png", IsHarmless: true);
    private static readonly MediaType WebP = new("image/webp", ".webp", IsHarmless: true);
    private static readonly MediaType Mp4 = new("video/mp4", ".mp4", IsHarmless: true);
    private static readonly MediaType Mp4Audio = new("audio/mp4", ".m4a", IsHarmless: true);
    private static readonly MediaType Ogg = new("audio/ogg", ".ogg", IsHarmless: true);
    private static readonly MediaType Aac = new("audio/aac", ".aac", IsHarmless: true);
    private static readonly MediaType Mp3 = new("audio/mpeg", ".mp3", IsHarmless: true);
    private static readonly MediaType Amr = new("audio/amr", ".amr", IsHarmless: true);

    /// <summary>Not harmless: a reader of PDF runs scripts.</summary>
    private static readonly MediaType Pdf = new("application/pdf", ".pdf", IsHarmless: false);

    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all of a shorter file.</param>
    public static MediaType Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Jpeg;
        if (head is [0x89, ..] && From(head, 1).StartsWith("PNG\r\n\u001A\n"u8))
            return Png;
        if (head.StartsWith("RIFF"u8) && From(head, 8).StartsWith("WEBP"u8))
            return WebP;
        if (From(head, 4).StartsWith("ftyp"u8))
            return OfBrand(From(head, 8));
        if (head.StartsWith("OggS"u8) && (From(head, OggCodec).StartsWith("OpusHead"u8) || From(head, OggCodec).StartsWith("\u0001vorbis"u8)))
            return Ogg;
        if (head.StartsWith("#!AMR"u8))
            return Amr;
        if (head.StartsWith("ID3"u8))
            return Mp3;
        if (head.StartsWith("%PDF-"u8))
            return Pdf;
        return OfFrame(head);
    }

    /// <summary>ISO base media files name their kind; what is neither a film nor a sound, such as HEIC, browsers can't be trusted to know.</summary>
    private static MediaType OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("M4A "u8) || brand.StartsWith("M4B "u8) ? Mp4Audio
        : brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("avc1"u8) || brand.StartsWith("M4V"u8)
            || brand.StartsWith("dash"u8) || brand.StartsWith("3gp"u8) ? Mp4
        : Unknown;

    /// <summary>Eleven or twelve bits set begin a frame; the two bits of the layer tell MP3 (layer III) from AAC in ADTS (always 0).</summary>
    private static MediaType OfFrame(ReadOnlySpan<byte> head) =>
        head is not [0xFF, var second, ..] ? Unknown
        : (second & 0xF6) == 0xF0 ? Aac
        : (second & 0xE6) == 0xE2 ? Mp3
        : Unknown;

    private static ReadOnlySpan<byte> From(ReadOnlySpan<byte> head, int start) => start < head.Length ? head[start..] : [];
}
