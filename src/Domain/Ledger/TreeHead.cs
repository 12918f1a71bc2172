using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Domain.Ledger;

/// <summary>What an organisation's ledger was at a moment. Its text is what is signed:
/// <code>
/// multiline-tree-head-1
/// organization acme
/// number 2
/// time 2026-03-02T09:00:00.000000Z
/// previous 5f…, 64 hexadecimal digits
/// key 0c…, 32 hexadecimal digits
/// shard 0 17 b1…, 64 hexadecimal digits 90…, 64 hexadecimal digits
/// </code>
/// UTF-8, each line ends with one line feed, one space between words, numbers decimal without leading zeros, digits of hashes in lower
/// case, the time in UTC with microseconds; a line for each shard from 0 on: its size, root and chain hash. 1 to 64 shards.
/// </summary>
/// <param name="Organization">Whose ledger.</param>
/// <param name="Number">1, 2, … without gaps.</param>
/// <param name="Time">When it was signed, whole microseconds.</param>
/// <param name="Previous"><see cref="Hash"/> of the head before; of the first head <see cref="NoHead"/>.</param>
/// <param name="Key">Who signs: <see cref="LedgerPublicKey.Id"/>.</param>
/// <param name="Shards">Where each shard stands; its number is its place in the list.</param>
public sealed record TreeHead(
    string Organization, long Number, DateTimeOffset Time, string Previous, string Key, IReadOnlyList<ShardHead> Shards)
{
    public const int MaxShards = 64;

    /// <summary>What the first head has in the place of a head before: 64 zeros.</summary>
    public const string NoHead = "0000000000000000000000000000000000000000000000000000000000000000";

    internal const string FirstLine = "multiline-tree-head-1";
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The shard's name in the ledger, with which its chain begins.</summary>
    public static string ShardName(string organization, int shard) => string.Create(CultureInfo.InvariantCulture, $"{organization}/{shard}");

    /// <summary>SHA-256 over the text, lower-case hex. The signature is not part of it: of one text there may be many signatures.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(ToBytes()));

    /// <summary>The text in UTF-8.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        text.Append(FirstLine).Append('\n');
        text.Append("organization ").Append(Organization).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"number {Number}\n");
        text.Append("time ").Append(Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)).Append('\n');
        text.Append("previous ").Append(Previous).Append('\n');
        text.Append("key ").Append(Key).Append('\n');
        for (var shard = 0; shard < Shards.Count; shard++)
            text.Append(CultureInfo.InvariantCulture, $"shard {shard} {Shards[shard].Size} {Shards[shard].Root} {Shards[shard].Chain}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Why this can't be the next head after another, or null if it can. Null stands for no head before.</summary>
    /// <remarks>It compares what the heads say. Whether the trees go on from each other only leaves or a proof can show.</remarks>
    public string? FaultAfter(TreeHead? before)
    {
        if (Number != (before?.Number ?? 0) + 1)
            return $"Head {Number} follows head {before?.Number ?? 0}.";
        if (Previous != (before?.Hash() ?? NoHead))
            return $"Head {Number} names another head before it.";
        if (before is null)
            return null;
        if (Organization != before.Organization)
            return $"Head {Number} is of {Organization}, the one before of {before.Organization}.";
        if (Time < before.Time)
            return $"Head {Number} is older than the one before.";
        if (Shards.Count < before.Shards.Count)
            return $"Head {Number} has fewer shards than the one before.";
        for (var shard = 0; shard < before.Shards.Count; shard++)
        {
            var (size, sizeBefore) = (Shards[shard].Size, before.Shards[shard].Size);
            if (size < sizeBefore)
                return $"Shard {shard} has {size} records in head {Number}, fewer than the {sizeBefore} in the one before.";
            if (size == sizeBefore && Shards[shard] != before.Shards[shard])
                return $"Shard {shard} has other records in head {Number} than in the one before.";
        }

        return null;
    }
}
