using System.Buffers.Binary;

namespace MultiLine.Simulator.Media;

/// <summary>What the first bytes of a picture say of it.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record ImageShape(string MimeType, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null for what is neither a PNG nor a JPEG.</summary>
    public static ImageShape? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngSignature))
            return OfPng(bytes);
        return bytes is [0xFF, 0xD8, 0xFF, ..] ? OfJpeg(bytes) : null;
    }

    /// <remarks><see href="https://www.w3.org/TR/png-3/#11IHDR"/></remarks>
    private static ImageShape? OfPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8)
            ? new ImageShape("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    /// <summary>Walks over the segments up to the frame header.</summary>
    /// <remarks><see href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf"/> B.2.2</remarks>
    private static ImageShape? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF; )
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new ImageShape(
                    "image/jpeg",
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..])
                );
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
