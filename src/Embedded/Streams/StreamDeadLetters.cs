using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using MultiLine.Embedded.Hosting;
using Orleans.Runtime;

namespace MultiLine.Embedded.Streams;

/// <summary>An item that a subscriber has refused every time. The item itself is not kept: the subscriber catches up from what is stored.</summary>
public sealed record StreamDeadLetter(
    string Provider, StreamId Stream, GrainId Subscriber, int Attempts, DateTimeOffset GivenUpAt, Exception LastError);

/// <summary>Items that were given up: logged, counted (<c>multiline.embedded.stream.dead_letters</c>), the last hundred shown here.</summary>
public sealed class StreamDeadLetters : IDisposable
{
    private const int Kept = 100;

    private readonly Meter _meter = new("MultiLine.Embedded");
    private readonly Counter<long> _counter;
    private readonly Queue<StreamDeadLetter> _recent = new();
    private readonly ILogger _log;
    private long _count;

    public StreamDeadLetters(ILogger<StreamDeadLetters> log)
    {
        _log = log;
        _counter = _meter.CreateCounter<long>("multiline.embedded.stream.dead_letters", "{item}", "Stream items given up.");
    }

    /// <summary>Items given up since the start.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The latest, oldest first.</summary>
    public IReadOnlyList<StreamDeadLetter> Recent
    {
        get
        {
            lock (_recent)
            {
                return [.. _recent];
            }
        }
    }

    public void Dispose() => _meter.Dispose();

    internal void Add(StreamDeadLetter letter)
    {
        Interlocked.Increment(ref _count);
        _counter.Add(1, new KeyValuePair<string, object?>("provider", letter.Provider));
        _log.StreamItemGivenUp(letter.LastError, letter.Subscriber, letter.Stream, letter.Attempts);
        lock (_recent)
        {
            _recent.Enqueue(letter);
            if (_recent.Count > Kept)
            {
                _recent.Dequeue();
            }
        }
    }
}
