using System.Security.Cryptography;

namespace MultiLine.Domain.Policy.Detection.Crypto;

/// <summary>Addresses in base 58: most with four bytes of a doubled SHA-256 as a checksum (<see href="https://en.bitcoin.it/wiki/Base58Check_encoding"/>).</summary>
internal static class Base58
{
    private const string Bitcoins = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const string Ripples = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
    private const int ShortestAddress = 25;
    private const int LongestAddress = 36;
    private const int ShortestKey = 43;
    private const int LongestKey = 44;
    private const int Checksum = 4;
    private const int HashAndChecksum = 24;
    private const int LongestDecoded = 40;

    private static readonly sbyte[] OfBitcoin = Values(Bitcoins);
    private static readonly sbyte[] OfRipple = Values(Ripples);

    /// <summary>A hash of a key or of a script with one or two bytes of version before it, as Bitcoin and its kin, Tron, Zcash and Ripple have.</summary>
    public static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Length is >= ShortestAddress and <= LongestAddress && (IsChecked(word, OfBitcoin) || word[0] == 'r' && IsChecked(word, OfRipple));

    /// <summary>32 bytes without any checksum, as Solana's addresses are: both cases and a digit must be there.</summary>
    public static bool IsPublicKey(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestKey or > LongestKey || !word.ContainsAnyInRange('a', 'z') || !word.ContainsAnyInRange('A', 'Z')
            || !word.ContainsAnyInRange('1', '9'))
        {
            return false;
        }

        Span<byte> decoded = stackalloc byte[LongestDecoded];
        return Decode(word, OfBitcoin, decoded) == 32;
    }

    /// <param name="word">At most 54 characters.</param>
    /// <param name="values">The value of each character.</param>
    /// <param name="decoded">Filled from its beginning.</param>
    /// <returns>How many bytes it is; -1 where another character is in it or there are too many bytes.</returns>
    private static int Decode(ReadOnlySpan<char> word, ReadOnlySpan<sbyte> values, Span<byte> decoded)
    {
        // From the last byte to the first.
        Span<byte> reversed = stackalloc byte[LongestDecoded];
        var length = 0;
        foreach (var c in word)
        {
            var carry = c < values.Length ? values[c] : -1;
            if (carry < 0)
                return -1;
            for (var i = 0; i < length; i++)
            {
                carry += reversed[i] * 58;
                reversed[i] = (byte)carry;
                carry >>= 8;
            }

            while (carry > 0)
            {
                if (length == LongestDecoded)
                    return -1;
                reversed[length++] = (byte)carry;
                carry >>= 8;
            }
        }

        for (var i = 0; i < word.Length && values[word[i]] == 0; i++)
        {
            if (length == LongestDecoded)
                return -1;
            reversed[length++] = 0;
        }

        for (var i = 0; i < length; i++)
            decoded[i] = reversed[length - 1 - i];
        return length;
    }

    private static bool IsChecked(ReadOnlySpan<char> word, ReadOnlySpan<sbyte> values)
    {
        Span<byte> decoded = stackalloc byte[LongestDecoded];
        var length = Decode(word, values, decoded);
        if (length is not (HashAndChecksum + 1 or HashAndChecksum + 2))
            return false;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(decoded[..(length - Checksum)], hash);
        SHA256.HashData(hash, hash);
        return hash[..Checksum].SequenceEqual(decoded[(length - Checksum)..length]);
    }

    private static sbyte[] Values(string alphabet)
    {
        var values = new sbyte[128];
        Array.Fill(values, (sbyte)-1);
        for (var i = 0; i < alphabet.Length; i++)
            values[alphabet[i]] = (sbyte)i;
        return values;
    }
}
