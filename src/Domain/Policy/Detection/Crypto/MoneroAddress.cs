namespace MultiLine.Domain.Policy.Detection.Crypto;

/// <summary>
/// Monero's addresses: base 58 in blocks of eleven characters for eight bytes, and four bytes of Keccak as a checksum
/// (<see href="https://docs.getmonero.org/public-address/standard-address/"/>).
/// </summary>
internal static class MoneroAddress
{
    private const int Standard = 95;
    private const int Integrated = 106;
    private const int Block = 11;
    private const int BlockBytes = 8;
    private const int Checksum = 4;
    private const int LongestDecoded = 77;
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word.Length is not (Standard or Integrated) || word[0] is not ('4' or '8' or '5' or '7' or '9' or 'A' or 'B'))
            return false;
        Span<byte> decoded = stackalloc byte[LongestDecoded];
        var length = 0;
        for (; !word.IsEmpty; word = word[Math.Min(Block, word.Length)..])
        {
            // The last block is seven characters for five bytes.
            var block = word[..Math.Min(Block, word.Length)];
            var bytes = block.Length == Block ? BlockBytes : block.Length * BlockBytes / Block;
            if (!TryDecode(block, decoded.Slice(length, bytes)))
                return false;
            length += bytes;
        }

        Span<byte> hash = stackalloc byte[Keccak256.Length];
        Keccak256.Hash(decoded[..(length - Checksum)], hash);
        return hash[..Checksum].SequenceEqual(decoded[(length - Checksum)..length]);
    }

    private static bool TryDecode(ReadOnlySpan<char> block, Span<byte> bytes)
    {
        UInt128 value = 0;
        foreach (var c in block)
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            value = value * 58 + (UInt128)digit;
        }

        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            bytes[i] = (byte)value;
            value >>= 8;
        }

        return value == 0;
    }
}
