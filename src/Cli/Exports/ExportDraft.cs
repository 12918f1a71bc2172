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
                records += piece.Lines.Count;
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

    /// <summary>What of the records is there already. A line that is cut off, and an end, are taken away.</summary>
    private static (long Lines, long Records, ExportPlace? Place) TakeUp(FileStream part, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var (lines, records, whole, place) = (0L, 0L, 0L, (ExportPlace?)null);
        List<byte> line = [];
        for (var next = part.ReadByte(); next >= 0; next = part.ReadByte())
        {
            line.Add((byte)next);
            if (next != '\n')
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = line.ToArray();
            line.Clear();
            if (CheckedLine.Check(bytes.AsSpan()[..^1]) is { } record)
            {
                if (record.Fault is not null)
                    break;
                place = new ExportPlace(record.Shard, record.Sequence);
                records++;
            }
            else if (place is not null)
            {
                break;
            }

            hash.AppendData(bytes);
            lines++;
            whole += bytes.Length;
        }

        if (place is null)
            hash.GetHashAndReset();
        part.SetLength(place is null ? 0 : whole);
        part.Position = part.Length;
        return place is null ? (0, 0, null) : (lines, records, place);
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
}
