using System.Globalization;

namespace MultiLine.Grains;

/// <summary>
/// Our own ids: 32 hexadecimal digits that sort by time (UUID version 7), and within a millisecond in the order in which this process made
/// them: by a counter in the place of random bits (RFC 9562, section 6.2, method 1).
/// </summary>
internal static class Ids
{
    /// <summary>Counts on from one millisecond to the next; of its bits 12 stand beside the version and 14 after the variant.</summary>
    private static int s_count;

    public static string New(TimeProvider time) => New(time.GetUtcNow());

    /// <summary>One that sorts behind another one, although the clock was set back since that was made.</summary>
    /// <param name="before">The other one; null where there is none.</param>
    /// <param name="time">The clock.</param>
    public static string After(string? before, TimeProvider time)
    {
        var id = New(time);
        // The time is in the first 48 bits, in milliseconds.
        return string.CompareOrdinal(before, id) > 0
            && long.TryParse(before.AsSpan(0, Math.Min(before!.Length, 12)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? New(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds + 1))
            : id;
    }

    private static string New(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        var count = Interlocked.Increment(ref s_count);
        bytes[6] = (byte)(bytes[6] & 0xF0 | count >> 22 & 0x0F);
        bytes[7] = (byte)(count >> 14);
        bytes[8] = (byte)(bytes[8] & 0xC0 | count >> 8 & 0x3F);
        bytes[9] = (byte)count;
        return Convert.ToHexStringLower(bytes);
    }
}
