namespace MultiLine.Domain.Policy.Detection.Crypto;

/// <summary>
/// 0x and forty hexadecimal digits. Where both cases of letters are used they are a checksum (<see href="https://eips.ethereum.org/EIPS/eip-55"/>).
/// </summary>
internal static class EthereumAddress
{
    private const int Digits = 40;

    /// <summary>1 with the right checksum, less in one case only, 0 if it is none.</summary>
    public static double Score(ReadOnlySpan<char> word)
    {
        if (word.Length != Digits + 2 || word[0] != '0' || (word[1] | 0x20) != 'x' || word[2..].ContainsAnyExcept(HexDigits))
            return 0;
        var digits = word[2..];
        var (upper, lower) = (digits.ContainsAnyInRange('A', 'F'), digits.ContainsAnyInRange('a', 'f'));
        return upper && lower ? IsChecked(digits) ? 1 : 0 : digits.ContainsAnyExcept(digits[0]) ? 0.85 : 0;
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private static bool IsChecked(ReadOnlySpan<char> digits)
    {
        Span<byte> lower = stackalloc byte[Digits];
        for (var i = 0; i < Digits; i++)
            lower[i] = (byte)char.ToLowerInvariant(digits[i]);
        Span<byte> hash = stackalloc byte[Keccak256.Length];
        Keccak256.Hash(lower, hash);
        for (var i = 0; i < Digits; i++)
        {
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 0xF;
            if (char.IsAsciiLetter(digits[i]) && char.IsAsciiLetterUpper(digits[i]) != nibble >= 8)
                return false;
        }

        return true;
    }
}
