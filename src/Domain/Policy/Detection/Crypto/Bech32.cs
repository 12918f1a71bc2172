using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace MultiLine.Domain.Policy.Detection.Crypto;

/// <summary>
/// Addresses in base 32 with a checksum that finds any four errors (<see href="https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki"/>,
/// and its correction <see href="https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki"/>).
/// </summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int Checksum = 6;
    private const int LongestPrefix = 12;
    private const int LongestAddress = 120;
    private const uint First = 1;
    private const uint Corrected = 0x2BC830A3;

    /// <summary>Bitcoin's and Litecoin's: the first value of the data is a version of the witness.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithWitness = Set("bc, tb, bcrt, ltc, tltc, rltc, vtc, dgb, grs, sys, mona, btg");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = Set(
        "addr, stake, cosmos, osmo, terra, juno, inj, kava, secret, axelar, celestia, dydx, sei, akash, bnb, band, thor, zs, zil, one, "
        + "erd, iota, avax, kaspa, nym, stars, evmos, u, zeta, fetch, agoric, persistence, certik, shentu, neutron, noble");

    private static readonly sbyte[] Values = MakeValues();

    public static bool IsAddress(ReadOnlySpan<char> word)
    {
        var one = word.LastIndexOf('1');
        if (one is < 1 or > LongestPrefix || word.Length > LongestAddress || word.Length - one - 1 < Checksum + 2
            || word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        Span<char> prefix = stackalloc char[LongestPrefix];
        prefix = prefix[..word[..one].ToLowerInvariant(prefix)];
        var witness = WithWitness.Contains(prefix);
        if (!witness && !Others.Contains(prefix))
            return false;
        var check = Remainder(prefix, word[(one + 1)..]);
        return check is First or Corrected && (!witness || IsProgram(word[(one + 1)..^Checksum], check));
    }

    /// <summary>Version 0 has 20 or 32 bytes and the first checksum; versions up to 16 have 2 to 40 bytes and the corrected one.</summary>
    private static bool IsProgram(ReadOnlySpan<char> data, uint check)
    {
        var bits = (data.Length - 1) * 5;
        var (version, bytes) = (Values[data[0]], bits / 8);
        return bits % 8 < 5 && (version == 0 ? check == First && bytes is 20 or 32 : version <= 16 && check == Corrected && bytes is >= 2 and <= 40);
    }

    /// <summary>0 where a character isn't of the alphabet.</summary>
    private static uint Remainder(ReadOnlySpan<char> prefix, ReadOnlySpan<char> data)
    {
        var remainder = 1u;
        foreach (var c in prefix)
            remainder = Step(remainder) ^ (uint)(c >> 5);
        remainder = Step(remainder);
        foreach (var c in prefix)
            remainder = Step(remainder) ^ (uint)(c & 31);
        foreach (var c in data)
        {
            var value = c < Values.Length ? Values[c] : -1;
            if (value < 0)
                return 0;
            remainder = Step(remainder) ^ (uint)value;
        }

        return remainder;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(uint remainder)
    {
        var top = remainder >> 25;
        remainder = (remainder & 0x1FFFFFF) << 5;
        remainder ^= (top & 1) != 0 ? 0x3B6A57B2u : 0;
        remainder ^= (top & 2) != 0 ? 0x26508E6Du : 0;
        remainder ^= (top & 4) != 0 ? 0x1EA119FAu : 0;
        remainder ^= (top & 8) != 0 ? 0x3D4233DDu : 0;
        return remainder ^ ((top & 16) != 0 ? 0x2A1462B3u : 0);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string prefixes) =>
        prefixes.Split(", ").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static sbyte[] MakeValues()
    {
        var values = new sbyte[128];
        Array.Fill(values, (sbyte)-1);
        for (var i = 0; i < Alphabet.Length; i++)
        {
            values[Alphabet[i]] = (sbyte)i;
            values[char.ToUpperInvariant(Alphabet[i])] = (sbyte)i;
        }

        return values;
    }
}
