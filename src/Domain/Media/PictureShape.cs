using System.Buffers.Binary;

namespace MultiLine.Domain.Media;

/// <summary>What the bytes of a picture say of it, whatever its name or sender calls it.</summary>
/// <param name="MediaType"><see cref="Jpeg"/> or <see cref="Png"/>.</param>
/// <param name="Width">In pixels, 1 at least.</param>
/// <param name="Height">In pixels, 1 at least.</param>
public sealed record PictureShape(string MediaType, int Width, int Height)
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";

    private const int PngHeader = 24;

    /// <summary>Null for what is no JPEG and no PNG, or too short to tell its size. The picture itself is not looked at.</summary>
    public static PictureShape? Read(ReadOnlySpan<byte> picture)
    {
        var (type, width, height) = Media.MediaType.Of(picture).MimeType switch
        {
            Png => ReadPng(picture),
            Jpeg => ReadJpeg(picture),
            _ => default,
        };
        return width > 0 && height > 0 ? new PictureShape(type, width, height) : null;
    }

    /// <summary>Source: https://www.w3.org/TR/png-3/#11IHDR</summary>
    private static (string Type, int Width, int Height) ReadPng(ReadOnlySpan<byte> picture) =>
        picture.Length >= PngHeader && picture[12..16].SequenceEqual("IHDR"u8)
            ? (Png, BinaryPrimitives.ReadInt32BigEndian(picture[16..]), BinaryPrimitives.ReadInt32BigEndian(picture[20..]))
            : default;

    /// <summary>
    /// Goes from segment to segment up to the header of the frame.
    /// Source: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.2 and B.2.2
    /// </summary>
    private static (string Type, int Width, int Height) ReadJpeg(ReadOnlySpan<byte> picture)
    {
        var rest = picture[2..];
        while (rest is [0xFF, var marker, _, _, ..])
        {
            if (marker == 0xFF)
            {
                // Any number of these may stand before a marker.
                rest = rest[1..];
                continue;
            }

            if (IsFrame(marker))
            {
                return rest.Length >= 9
                    ? (Jpeg, BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]))
                    : default;
            }

            var next = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            rest = next < rest.Length ? rest[next..] : [];
        }

        return default;
    }

    /// <summary>Start of frame, of whatever kind; three markers of the same range are something else.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
