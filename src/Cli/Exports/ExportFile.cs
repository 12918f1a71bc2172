using System.Buffers;
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
        var passed = 0L;
        var (bytes, rest) = (Rent(0), 0);
        while (verifier.Fault is null
            && await input.ReadAtLeastAsync(bytes.AsMemory(rest), ReadAtOnce, throwOnEndOfStream: false, cancellationToken) is > 0 and var read)
        {
            var length = rest + read;
            var end = bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            rest = length - end;
            if (rest > LongestLine)
                throw new CommandFailedException($"A line is longer than {LongestLine:N0} bytes: the file is no export of a ledger.");
            var next = Rent(rest);
            bytes.AsSpan(end, rest).CopyTo(next);
            var block = bytes;
            underWay.Enqueue(Task.Run(() => CheckedBlock.Of(block, end), cancellationToken));
            bytes = next;
            if (underWay.Count > Environment.ProcessorCount * 2)
                await PassAsync(await underWay.Dequeue());
        }

        while (underWay.TryDequeue(out var next))
            await PassAsync(await next);
        verifier.End(bytes.AsSpan(0, rest));

        Task PassAsync(CheckedBlock block)
        {
            block.AddTo(verifier);
            passed += block.Length;
            ArrayPool<byte>.Shared.Return(block.Bytes);
            return progress(passed);
        }
    }

    private static byte[] Rent(int rest) => ArrayPool<byte>.Shared.Rent(rest + ReadAtOnce);

    private sealed class CheckedBlock(byte[] bytes, int length, List<(int End, CheckedLine? Line)> lines)
    {
        public byte[] Bytes => bytes;

        public int Length => length;

        public static CheckedBlock Of(byte[] bytes, int length)
        {
            List<(int, CheckedLine?)> lines = [];
            var text = bytes.AsSpan(0, length);
            for (var begin = 0; begin < text.Length;)
            {
                var end = begin + text[begin..].IndexOf((byte)'\n');
                lines.Add((end + 1, CheckedLine.Check(text[begin..end])));
                begin = end + 1;
            }

            return new CheckedBlock(bytes, length, lines);
        }

        public void AddTo(ExportVerifier verifier)
        {
            var begin = 0;
            foreach (var (end, line) in lines)
            {
                if (!verifier.Add(bytes.AsSpan(begin, end - begin), line))
                    return;
                begin = end;
            }
        }
    }
}
