using System.Globalization;
using System.Security.Cryptography;

namespace MultiLine.Domain.Ledger.Exports;

/// <summary>
/// Checks an export line by line, with nothing but the export, the keys that are trusted, and heads that were anchored outside. It stops at the
/// first thing that is wrong.
/// </summary>
/// <param name="trusted">Keys from another place than the export. Where there are none, those in the export are taken, and prove only that it is whole.</param>
/// <param name="anchors">Heads as others have kept them.</param>
public sealed class ExportVerifier(IReadOnlyCollection<LedgerPublicKey> trusted, IReadOnlyCollection<SignedTreeHead> anchors) : IDisposable
{
    private readonly IncrementalHash _file = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, LedgerPublicKey> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly List<SignedTreeHead> _heads = [];
    private readonly List<ShardCheck> _shards = [];
    private string? _organization;
    private long _promisedHead;
    private bool _holdsEverything;
    private long _line;
    private bool _ended;
    private FileCheck? _medium;

    /// <summary>The first thing that is wrong; null where nothing was so far.</summary>
    public ExportFault? Fault { get; private set; }

    public long Records { get; private set; }

    /// <summary>Records of which the export has only the leaf.</summary>
    public long Leaves { get; private set; }

    /// <summary>Records whose content is in the export.</summary>
    public long Contents { get; private set; }

    /// <summary>Records whose content was disposed of, or is not in this export.</summary>
    public long AbsentContents { get; private set; }

    /// <summary>Files that messages came with, and that are what the messages say.</summary>
    public long Files { get; private set; }

    /// <summary>Messages that name a file which is not in the export.</summary>
    public long AbsentFiles { get; private set; }

    public int Conversations => _versions.Count;

    /// <summary>The newest head, which the whole export was compared with; null until it was read.</summary>
    public TreeHead? Head => _heads is [.., var newest] ? newest.Head : null;

    /// <summary>Anchored heads that the records were compared with.</summary>
    public int AnchorsMet { get; private set; }

    /// <param name="line">With its line feed, as it stands in the file.</param>
    /// <param name="check">What <see cref="CheckedLine.Check"/> said of it without the line feed.</param>
    /// <returns>Whether to go on.</returns>
    public bool Add(ReadOnlySpan<byte> line, CheckedLine? check)
    {
        _line++;
        if (Fault is not null)
            return false;
        if (_ended)
            return Stop(ExportFaultKind.ChangedFile, "There is something behind the end of the export.");
        var text = line[..^1];
        var reader = new LineReader(text);
        if (check is null && reader.TryLiteral(ExportLines.FileStart))
        {
            _file.AppendData(line);
            return AddFile(ref reader);
        }

        if (!EndFile())
            return false;
        var goesOn = check is not null ? AddRecord(check) : AddOther(text);
        if (!_ended)
            _file.AppendData(line);
        return goesOn;
    }

    /// <summary>The file is over.</summary>
    /// <param name="rest">What stands behind the last line feed.</param>
    public void End(ReadOnlySpan<byte> rest)
    {
        if (Fault is not null)
            return;
        if (_organization is null)
            Stop(ExportFaultKind.NotAnExport, "The file is no export of a ledger.");
        else if (!_ended && rest.IsEmpty)
            Stop(ExportFaultKind.CutOff, $"The file is cut off behind line {_line}: the end of the export is missing. {LastRecord}");
        else if (!rest.IsEmpty)
            Stop(_ended ? ExportFaultKind.ChangedFile : ExportFaultKind.CutOff, _ended ? "There is something behind the end of the export." : $"The file is cut off in line {_line + 1}. {LastRecord}");
    }

    public void Dispose()
    {
        _file.Dispose();
        _medium?.Dispose();
    }

    private bool AddOther(ReadOnlySpan<byte> text)
    {
        var reader = new LineReader(text);
        if (_line == 1)
            return AddExport(ref reader);
        if (reader.TryLiteral("{\"kind\":\"key\",\"id\":\""u8))
            return AddKey(ref reader);
        if (reader.TryLiteral("{\"kind\":\"head\",\"text\":\""u8))
            return AddHead(ref reader);
        return reader.TryLiteral("{\"kind\":\"end\",\"lines\":"u8)
            ? AddEnd(ref reader)
            : Stop(ExportFaultKind.DamagedLine, "The line is not written as lines of an export are.");
    }

    private bool AddFile(ref LineReader reader)
    {
        if (_medium is null || _medium.IsWhole)
            return Stop(ExportFaultKind.ChangedMedium, "There is a file behind a record that has none.");
        if (_medium.Add(ref reader) is { } fault)
            return Stop(ExportFaultKind.ChangedMedium, fault);
        return reader.IsDone || Damaged();
    }

    /// <summary>What comes now is none of the file of the last record.</summary>
    private bool EndFile()
    {
        if (_medium is null)
            return true;
        var (isOpen, isWhole) = (_medium.IsOpen, _medium.IsWhole);
        _medium.Dispose();
        _medium = null;
        Files += isWhole ? 1 : 0;
        AbsentFiles += isWhole ? 0 : 1;
        return !isOpen || Stop(ExportFaultKind.ChangedMedium, "The rest of a file is missing.");
    }

    private bool AddExport(ref LineReader reader)
    {
        if (!reader.TryLiteral("{\"kind\":\"export\",\"format\":"u8))
            return Stop(ExportFaultKind.NotAnExport, "The file is no export of a ledger.");
        var format = reader.Number();
        if (!reader.Failed && format > ExportLines.Format)
            return Stop(ExportFaultKind.NotAnExport, $"The export is of format {format}, which is newer than this program, which knows formats up to {ExportLines.Format}.");
        reader.Literal(",\"organization\":\""u8);
        _organization = reader.Word();
        reader.Literal("\",\"head\":"u8);
        _promisedHead = reader.Number();
        reader.Literal(",\"made_at\":\""u8);
        reader.Time();
        reader.Literal("\",\"made_by\":\""u8);
        reader.Word();
        reader.Literal("\",\"holds\":\""u8);
        var holds = reader.Word();
        reader.Literal("\"}"u8);
        _holdsEverything = holds == ExportLines.Everything;
        return (reader.IsDone && holds is ExportLines.Everything or ExportLines.Selection) || Damaged();
    }

    private bool AddKey(ref LineReader reader)
    {
        var id = reader.Word();
        reader.Literal("\",\"pem\":\""u8);
        var pem = reader.Text();
        reader.Literal("\"}"u8);
        if (!reader.IsDone)
            return Damaged();
        LedgerPublicKey key;
        try
        {
            key = LedgerPublicKey.FromPem(pem);
        }
        catch (FormatException)
        {
            return Damaged();
        }

        if (key.Id != id || key.ToPem() != pem)
            return Damaged();
        _keys[id] = key;
        return true;
    }

    private bool AddHead(ref LineReader reader)
    {
        var text = reader.Text();
        reader.Literal("\"}"u8);
        if (!reader.IsDone)
            return Damaged();
        if (!SignedTreeHead.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out var head, out var fault))
            return Stop(ExportFaultKind.DamagedLine, $"A tree head is not written as tree heads are: {fault}");
        if (Records + Leaves > 0)
            return Stop(ExportFaultKind.DamagedLine, "A tree head stands behind a record.");
        if (head.Head.Organization != _organization)
            return Stop(ExportFaultKind.OtherThanHead, $"Tree head {head.Head.Number} is of {head.Head.Organization}, and the export of {_organization}.");
        if (!IsSigned(head))
            return false;
        _heads.Add(head);
        Expect(head.Head, isAnchor: false);
        return true;
    }

    private bool IsSigned(SignedTreeHead head)
    {
        var key = trusted.Count > 0 ? trusted.FirstOrDefault(key => key.Id == head.Head.Key) : _keys.GetValueOrDefault(head.Head.Key);
        if (key is null)
        {
            return Stop(
                trusted.Count > 0 ? ExportFaultKind.UntrustedKey : ExportFaultKind.WrongSignature,
                $"Tree head {head.Head.Number} is signed with the key {head.Head.Key}, which is none of those {(trusted.Count > 0 ? "that are trusted" : "in the export")}.");
        }

        return head.IsSignedBy(key)
            || Stop(ExportFaultKind.WrongSignature, $"Tree head {head.Head.Number} is not signed with the key {head.Head.Key} that it names.");
    }

    /// <summary>Before the first record: what is known from outside, and which shards there are.</summary>
    private bool Begin()
    {
        if (Head is not { } head)
            return Stop(ExportFaultKind.OtherThanHead, "There is no tree head before the first record.");
        if (head.Number != _promisedHead)
            return Stop(ExportFaultKind.OtherThanHead, $"The export is of tree head {_promisedHead}, and its newest one is {head.Number}.");
        foreach (var anchor in anchors.Where(anchor => anchor.Head.Organization == _organization))
        {
            if (anchor.Head.Number > head.Number)
            {
                return Stop(
                    ExportFaultKind.OlderThanAnchor,
                    $"The export is of tree head {head.Number}, made at {ExportLines.Time(head.Time)}. Head {anchor.Head.Number}, made at {ExportLines.Time(anchor.Head.Time)}, was anchored outside: this is an older export in the place of a newer.");
            }

            if (Contradicts(anchor.Head, head))
            {
                return Stop(
                    ExportFaultKind.OtherThanAnchor,
                    $"Tree head {anchor.Head.Number}, made at {ExportLines.Time(anchor.Head.Time)}, which was anchored outside, is another one than in this export, or has records that it lacks. The ledger has been rewritten since.");
            }

            Expect(anchor.Head, isAnchor: true);
            AnchorsMet++;
        }

        for (var shard = _shards.Count; shard < head.Shards.Count; shard++)
            _shards.Add(new ShardCheck(TreeHead.ShardName(_organization!, shard)));
        return MeetsHeads();
    }

    /// <summary>The ledger never shrinks, and of one number there is one head.</summary>
    private static bool Contradicts(TreeHead anchor, TreeHead head) =>
        (anchor.Number == head.Number && anchor.Hash() != head.Hash())
        || anchor.Shards.Count > head.Shards.Count
        || anchor.Shards.Where((shard, number) => shard.Size > head.Shards[number].Size).Any();

    private void Expect(TreeHead head, bool isAnchor)
    {
        for (var shard = 0; shard < head.Shards.Count; shard++)
        {
            if (shard == _shards.Count)
                _shards.Add(new ShardCheck(TreeHead.ShardName(_organization!, shard)));
            _shards[shard].Expect(head, head.Shards[shard], isAnchor);
        }
    }

    private bool AddRecord(CheckedLine line)
    {
        if (line.Fault is var (kind, message))
            return Stop(kind, message);
        if (_organization is null)
            return Stop(ExportFaultKind.NotAnExport, "The file is no export of a ledger.");
        if (Records + Leaves == 0 && !Begin())
            return false;
        if (line.Shard >= _shards.Count)
            return Stop(ExportFaultKind.OtherThanHead, $"There is a record of shard {line.Shard}, which the tree head does not have.");
        var shard = _shards[line.Shard];
        if (line.Sequence > shard.Size + 1)
        {
            return Stop(
                ExportFaultKind.MissingRecords,
                line.Sequence == shard.Size + 2
                    ? $"Record {shard.Size + 1} of shard {line.Shard} is missing."
                    : $"Records {shard.Size + 1} to {line.Sequence - 1} of shard {line.Shard} are missing.");
        }

        if (line.Sequence <= shard.Size)
            return Stop(ExportFaultKind.MisplacedRecord, $"Record {line.Sequence} of shard {line.Shard} is there twice, or before its turn.");
        if (!shard.Append(line.Leaf, line.Chain))
            return Stop(ExportFaultKind.BrokenChain, $"The chain hash of record {line.Sequence} of shard {line.Shard} does not follow from the one before.");
        if (!Count(line))
            return false;
        return MeetsHeads(line.Shard);
    }

    private bool Count(CheckedLine line)
    {
        if (line.Conversation is not { } conversation)
        {
            Leaves++;
            return !_holdsEverything || Stop(
                ExportFaultKind.MissingRecords,
                $"Record {line.Sequence} of shard {line.Shard} is left out, although the export says that it holds everything.");
        }

        Records++;
        Contents += line.HasContent ? 1 : 0;
        _medium = line.FileSha256 is { } sha256 ? new FileCheck(line.Shard, line.Sequence, sha256) : null;
        AbsentContents += line.LacksContent ? 1 : 0;
        var before = _versions.GetValueOrDefault(conversation);
        _versions[conversation] = line.Version;
        return !_holdsEverything || line.Version == before + 1 || Stop(
            ExportFaultKind.MissingRecords,
            $"Version {line.Version} of {conversation}, record {line.Sequence} of shard {line.Shard}, comes behind version {before}.");
    }

    /// <summary>Compares a shard with every head that was made when it was as large as it is now.</summary>
    private bool MeetsHeads(int? only = null)
    {
        for (var shard = only ?? 0; shard < (only + 1 ?? _shards.Count); shard++)
        {
            if (_shards[shard].Differs() is not { } other)
                continue;
            return other.IsAnchor
                ? Stop(
                    ExportFaultKind.OtherThanAnchor,
                    $"Shard {shard} held other records when it had {_shards[shard].Size}: tree head {other.Head.Number}, made at {ExportLines.Time(other.Head.Time)}, which was anchored outside, says so. The ledger has been rewritten since.")
                : Stop(ExportFaultKind.OtherThanHead, $"The first {_shards[shard].Size} records of shard {shard} are not those of tree head {other.Head.Number}.");
        }

        return true;
    }

    private bool AddEnd(ref LineReader reader)
    {
        var lines = reader.Number();
        reader.Literal(",\"sha256\":\""u8);
        var digest = reader.Word();
        reader.Literal("\",\"key\":\""u8);
        var id = reader.Word();
        reader.Literal("\",\"signature\":\""u8);
        Span<byte> signature = stackalloc byte[SignedTreeHead.SignatureLength];
        reader.Hash(signature);
        reader.Hash(signature[MerkleTree.HashLength..]);
        reader.Literal("\"}"u8);
        if (!reader.IsDone)
            return Damaged();
        if (_organization is null)
            return Stop(ExportFaultKind.NotAnExport, "The file is no export of a ledger.");
        if (Records + Leaves == 0 && !Begin())
            return false;
        for (var shard = 0; shard < Head!.Shards.Count; shard++)
        {
            if (_shards[shard].Size != Head.Shards[shard].Size)
            {
                return Stop(
                    ExportFaultKind.MissingRecords,
                    $"Shard {shard} has {_shards[shard].Size} records in the export, and {Head.Shards[shard].Size} in tree head {Head.Number}.");
            }
        }

        if (lines != _line - 1 || digest != Convert.ToHexStringLower(_file.GetCurrentHash()))
            return Stop(ExportFaultKind.ChangedFile, "The file is not the one that was signed at its end.");
        var key = trusted.Count > 0 ? trusted.FirstOrDefault(key => key.Id == id) : _keys.GetValueOrDefault(id);
        if (key is null)
            return Stop(ExportFaultKind.UntrustedKey, $"The export is signed with the key {id}, which is not trusted.");
        if (!key.Verifies(ExportLines.EndText(lines, digest, id), signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
            return Stop(ExportFaultKind.WrongSignature, $"The export is not signed with the key {id} that it names.");
        _ended = true;
        return true;
    }

    private string LastRecord => string.Join(
        ' ', _shards.Select((shard, number) => string.Create(CultureInfo.InvariantCulture, $"The last whole record of shard {number} is {shard.Size}.")));

    private bool Damaged() => Stop(ExportFaultKind.DamagedLine, "The line is not written as lines of an export are.");

    private bool Stop(ExportFaultKind kind, string message)
    {
        Fault ??= new ExportFault(kind, _line, message);
        return false;
    }
}
