using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MultiLine.Domain.Ledger.Exports;
using MultiLine.Storage.Exports;

namespace MultiLine.Cli.Exports;

/// <summary>
/// An export on its way into a file. Until it is whole it is in a file beside, which its owner alone may read, together with its plan: so what was
/// interrupted goes on, and is in the end what it would have been.
/// </summary>
/// <param name="path">Where it is to be.</param>
internal sealed class ExportDraft(string path)
{
    private const int RecordsAtOnce = 500;
    private const int Buffer = 1 << 20;

    private readonly string _part = $"{path}.part";
    private readonly string _plan = $"{path}.plan";

    /// <summary>What was begun here and is not whole; null where nothing was.</summary>
    public async Task<ExportPlan?> BegunAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_plan))
            return null;
        try
        {
            return ExportPlan.FromJson(await File.ReadAllTextAsync(_plan, cancellationToken));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task BeginAsync(ExportPlan plan, CancellationToken cancellationToken)
    {
        File.Delete(_part);
        File.Delete(_plan);
        await using var file = Create(_plan);
        await file.WriteAsync(Encoding.UTF8.GetBytes(plan.ToJson()), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <returns>How many records it has, leaves among them.</returns>
    public async Task<long> WriteAsync(LedgerExport export, ExportPlan plan, Progress progress, CancellationToken cancellationToken)
    {
        var all = await export.CountAsync(plan, cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var part = Create(_part))
        {
            var (lines, records, place) = TakeUp(part, hash, cancellationToken);
            if (place is null)
            {
                // Not even its beginning was whole.
                part.SetLength(0);
                lines = await AddAsync(await export.BeginAsync(plan, cancellationToken));
            }

            for (var next = place ?? ExportPlace.Start; next is not null;)
            {
                var piece = await export.ReadAsync(plan, next, RecordsAtOnce, long.MaxValue, cancellationToken);
                lines += await AddAsync(piece.Lines);
                records += piece.Records;
                await progress.SayAsync(records, all == 0 ? 1 : (double)records / all);
                next = piece.Next;
            }

            await part.WriteAsync(await export.EndAsync(lines, Convert.ToHexStringLower(hash.GetCurrentHash()), cancellationToken), cancellationToken);
            part.Flush(flushToDisk: true);

            async Task<long> AddAsync(IReadOnlyList<byte[]> added)
            {
                foreach (var line in added)
                {
                    hash.AppendData(line);
                    await part.WriteAsync(line, cancellationToken);
                }

                return added.Count;
            }
        }

        File.Move(_part, path, overwrite: false);
        File.Delete(_plan);
        return all;
    }

    /// <summary>What of the records is there already. A line that is cut off, a file that is not whole with its record, and an end, are taken away.</summary>
    private static (long Lines, long Records, ExportPlace? Place) TakeUp(FileStream part, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var (seen, kept) = (new Taken(0, 0, 0, null), new Taken(0, 0, 0, null));
        List<byte> line = [];
        for (var next = part.ReadByte(); next >= 0; next = part.ReadByte())
        {
            line.Add((byte)next);
            if (next != '\n')
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = line.ToArray();
            line.Clear();
            var record = CheckedLine.Check(bytes.AsSpan()[..^1]);
            if (record?.Fault is not null || (record is null && seen.Place is not null && !ExportLines.IsFile(bytes)))
                break;
            // Whatever file came before this record is whole.
            if (record is not null)
                kept = seen.Place is null ? kept : seen;
            seen = new Taken(
                seen.Lines + 1,
                seen.Records + (record is null ? 0 : 1),
                seen.Length + bytes.Length,
                record is null ? seen.Place : new ExportPlace(record.Shard, record.Sequence));
            if (record is { FileSha256: null })
                kept = seen;
        }

        part.SetLength(kept.Length);
        Append(part, hash, cancellationToken);
        return (kept.Lines, kept.Records, kept.Place);
    }

    private static void Append(FileStream part, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var buffer = new byte[Buffer];
        part.Position = 0;
        for (var read = part.Read(buffer); read > 0; read = part.Read(buffer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = Buffer,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <param name="Lines">How many lines.</param>
    /// <param name="Records">How many of them are records or leaves.</param>
    /// <param name="Length">In bytes.</param>
    /// <param name="Place">Of the last record; null where there is none.</param>
    private sealed record Taken(long Lines, long Records, long Length, ExportPlace? Place);
}
