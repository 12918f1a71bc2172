using System.Globalization;
using System.Text;

namespace MultiLine.Domain.Ledger;

/// <summary>
/// Reads a signed tree head line by line, so that a fault can be named; that there is one form only is then seen by writing it again.
/// </summary>
internal ref struct TreeHeadParser
{
    /// <summary>More than the longest head has: 64 shards of at most 160 bytes and the other lines.</summary>
    private const int MaxLength = 16 * 1024;

    private readonly string[] _lines;
    private int _next;

    private TreeHeadParser(string[] lines) => _lines = lines;

    public static SignedTreeHead? Parse(ReadOnlySpan<byte> bytes, out string? fault)
    {
        fault = null;
        try
        {
            if (bytes.Length > MaxLength)
                throw new FormatException($"A tree head has at most {MaxLength} bytes, this one has {bytes.Length}.");
            var head = new TreeHeadParser(Encoding.UTF8.GetString(bytes).Split('\n')).Read();
            return bytes.SequenceEqual(head.ToBytes()) ? head : throw new FormatException("It is not written in the one form of a tree head.");
        }
        catch (FormatException error)
        {
            fault = error.Message;
            return null;
        }
    }

    private SignedTreeHead Read()
    {
        if (_lines[_next++] != TreeHead.FirstLine)
            throw new FormatException($"The first line is not “{TreeHead.FirstLine}”.");
        var organization = Rest("organization ");
        if (!KeyPart.IsValid(organization))
            throw Fault("no organisation's name");
        var number = Number(Rest("number "));
        if (number == 0)
            throw Fault("no number from 1 on");
        var time = Time(Rest("time "));
        var previous = Hex(Rest("previous "), MerkleTree.HashLength);
        var key = Hex(Rest("key "), LedgerPublicKey.IdLength);
        List<ShardHead> shards = [];
        while (shards.Count < TreeHead.MaxShards && Line().StartsWith("shard ", StringComparison.Ordinal))
            shards.Add(Shard(Rest(string.Create(CultureInfo.InvariantCulture, $"shard {shards.Count} "))));
        if (shards.Count == 0)
            throw new FormatException($"Line {_next + 1} does not begin with “shard 0 ”.");
        var signature = Hex(Rest(SignedTreeHead.SignatureWord), SignedTreeHead.SignatureLength);
        if (_next != _lines.Length - 1 || Line().Length > 0)
            throw new FormatException("It does not end with the line of the signature.");
        return new SignedTreeHead(new TreeHead(organization, number, time, previous, key, shards), signature);
    }

    private readonly string Line() => _next < _lines.Length ? _lines[_next] : "";

    private string Rest(string word)
    {
        var line = Line();
        if (!line.StartsWith(word, StringComparison.Ordinal))
            throw new FormatException($"Line {_next + 1} does not begin with “{word}”.");
        _next++;
        return line[word.Length..];
    }

    private readonly ShardHead Shard(string text) =>
        text.Split(' ') is [var size, var root, var chain]
            ? new ShardHead(Number(size), Hex(root, MerkleTree.HashLength), Hex(chain, MerkleTree.HashLength))
            : throw Fault("not size, root and chain hash");

    private readonly long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Fault("no number");

    private readonly DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParseExact(text, TreeHead.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Fault("no time in UTC with microseconds");

    private readonly string Hex(string text, int bytes) =>
        text.Length == 2 * bytes && text.All(char.IsAsciiHexDigitLower) ? text : throw Fault($"not {2 * bytes} lower-case hexadecimal digits");

    private readonly FormatException Fault(string what) => new($"Line {_next} holds {what}.");
}
