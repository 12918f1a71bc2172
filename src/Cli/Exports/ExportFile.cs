using MultiLine.Domain.Ledger.Exports;

namespace MultiLine.Cli.Exports;

/// <summary>Verifies an export as it is read: what can be checked of a line alone on all processors, the rest in the order of the lines.</summary>
internal static class ExportFile
{
    /// <summary>So much is read at once, and more where a line is longer.</summary>
    private const int ReadAtOnce = 1 << 20;

    /// <summary>No line of an export is longer: a message has no more than some ten thousand characters.</summary>
    private const int LongestLine = 1 << 27;

    /// <param name="input">The export.</param>
    /// <param name="verifier">Fed with it.</param>
    /// <param name="progress">Told how many bytes have been checked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task VerifyAsync(Stream input, ExportVerifier verifier, Func<long, Task> progress, CancellationToken cancellationToken)
    {
        var underWay = new Queue<Task<CheckedBlock>>();
        var rest = ReadOnlyMemory<byte>.Empty;
        var passed = 0L;
        while (verifier.Fault is null && await ReadAsync(input, rest, cancellationToken) is { Length: > 0 } read)
        {
            var end = read.AsSpan().LastIndexOf((byte)'\n') + 1;
            var block = read.AsMemory(0, end);
            rest = read.AsMemory(end);
            underWay.Enqueue(Task.Run(() => CheckedBlock.Of(block), cancellationToken));
            if (underWay.Count > Environment.ProcessorCount * 2)
                await PassAsync(await underWay.Dequeue());
            if (rest.Length > LongestLine)
                throw new CommandFailedException($"A line is longer than {LongestLine:N0} bytes: the file is no export of a ledger.");
        }

        while (underWay.TryDequeue(out var next))
            await PassAsync(await next);
        verifier.End(rest.Span);

        Task PassAsync(CheckedBlock block)
        {
            block.AddTo(verifier);
            passed += block.Length;
            return progress(passed);
        }
    }

    /// <summary>What was left over and what comes next; nothing where nothing comes any more.</summary>
    private static async Task<byte[]> ReadAsync(Stream input, ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        var bytes = new byte[rest.Length + ReadAtOnce];
        rest.CopyTo(bytes);
        var read = await input.ReadAtLeastAsync(bytes.AsMemory(rest.Length), ReadAtOnce, throwOnEndOfStream: false, cancellationToken);
        return read == 0 ? [] : bytes[..(rest.Length + read)];
    }

    private sealed class CheckedBlock(ReadOnlyMemory<byte> bytes, List<(int End, CheckedLine? Line)> lines)
    {
        public int Length => bytes.Length;

        public static CheckedBlock Of(ReadOnlyMemory<byte> bytes)
        {
            List<(int, CheckedLine?)> lines = [];
            var text = bytes.Span;
            for (var begin = 0; begin < text.Length;)
            {
                var end = begin + text[begin..].IndexOf((byte)'\n');
                lines.Add((end + 1, CheckedLine.Check(text[begin..end])));
                begin = end + 1;
            }

            return new CheckedBlock(bytes, lines);
        }

        public void AddTo(ExportVerifier verifier)
        {
            var begin = 0;
            foreach (var (end, line) in lines)
            {
                if (!verifier.Add(bytes.Span[begin..end], line))
                    return;
                begin = end;
            }
        }
    }
}
