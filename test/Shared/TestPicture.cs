using System.Buffers.Binary;
using System.IO.Compression;

namespace MultiLine.Tests.Shared;

/// <summary>Pictures that programs can show, made from nothing.</summary>
internal static class TestPicture
{
    private const byte BitsOfChannel = 8;
    private const byte Rgb = 2;
    private const int Channels = 3;

    /// <summary>A PNG of one colour.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="colour">Red, green and blue; another colour is another file.</param>
    /// <remarks>Source: https://www.w3.org/TR/png-3/</remarks>
    public static byte[] Png(int width, int height, (byte Red, byte Green, byte Blue) colour = default)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (BitsOfChannel, Rgb);
        Write(file, "IHDR"u8, header);
        Write(file, "IDAT"u8, Compress(width, height, [colour.Red, colour.Green, colour.Blue]));
        Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>The first bytes of a JPEG, which tell its size; there is no picture in it.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public static byte[] JpegHead(int width, int height)
    {
        byte[] head =
        [
            0xFF, 0xD8,
            0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
            0xFF, 0xFF, 0xC2, 0, 17, BitsOfChannel, 0, 0, 0, 0, Channels, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
            0xFF, 0xD9,
        ];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(26), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(28), (ushort)width);
        return head;
    }

    private static byte[] Compress(int width, int height, byte[] pixel)
    {
        // Each row begins with its filter, which is none.
        byte[] row = [0, .. Enumerable.Repeat(pixel, width).SelectMany(channel => channel)];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Write(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. type, .. data]));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
