using System.Buffers;
using System.Text;
using System.Text.Json;
using MultiLine.Domain.Policy.Detection;

namespace MultiLine.Cli.Policy;

/// <summary>Looks through lines of texts on all processors, and writes what it found in the order of the lines.</summary>
/// <param name="find">Adds the hits in a text, ordered by where they begin. Called from many threads.</param>
internal sealed class LineScan(Action<string, List<Hit>> find)
{
    private const int LinesAtOnce = 512;
    private const int ReadAtOnce = 1 << 16;

    /// <exception cref="CommandFailedException">A line isn't one of a text; its number is said. All lines before it have been written.</exception>
    public async Task RunAsync(Stream input, TextWriter output, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false, throwOnInvalidBytes: false), true, ReadAtOnce, leaveOpen: true);
        var underWay = new Queue<Task<Answer>>();
        var number = 0L;
        while (await ReadAsync(reader, cancellationToken) is { Count: > 0 } lines)
        {
            var first = number + 1;
            number += lines.Count;
            underWay.Enqueue(Task.Run(() => Look(lines, first), cancellationToken));
            if (underWay.Count > Environment.ProcessorCount * 2)
                await WriteAsync(await underWay.Dequeue(), output);
        }

        while (underWay.TryDequeue(out var next))
            await WriteAsync(await next, output);
    }

    private static async Task<List<string>> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        while (lines.Count < LinesAtOnce && await reader.ReadLineAsync(cancellationToken) is { } line)
            lines.Add(line);
        return lines;
    }

    private static async Task WriteAsync(Answer answer, TextWriter output)
    {
        await output.WriteAsync(answer.Text);
        if (answer.Failure is not null)
            throw new CommandFailedException(answer.Failure);
    }

    private Answer Look(List<string> lines, long first)
    {
        var written = new ArrayBufferWriter<byte>(ReadAtOnce);
        using var json = new Utf8JsonWriter(written);
        List<Hit> hits = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            if (!TextLine.TryRead(lines[i], out var line, out var reason))
                return new(Encoding.UTF8.GetString(written.WrittenSpan), $"Line {first + i}: {reason}");
            hits.Clear();
            find(line.Text, hits);
            json.Reset(written);
            line.WriteAnswer(json, hits);
            json.Flush();
            written.Write("\n"u8);
        }

        return new(Encoding.UTF8.GetString(written.WrittenSpan), Failure: null);
    }

    /// <param name="Text">The lines to write.</param>
    /// <param name="Failure">Why there are no more; null if there is no reason.</param>
    private sealed record Answer(string Text, string? Failure);
}
