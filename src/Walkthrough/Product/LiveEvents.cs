using System.Net.ServerSentEvents;
using System.Text.Json;
using MultiLine.Walkthrough.Expectations;

namespace MultiLine.Walkthrough.Product;

/// <param name="Id">The cursor of the line's feed.</param>
/// <param name="MessageId">The message that it is about, if any.</param>
internal sealed record LiveEvent(long Id, string Type, string MessageId);

/// <summary>
/// Listens to a line in the background for as long as the story lasts. When the connection breaks, as when the product is killed, it
/// goes on from the last event that it had.
/// </summary>
internal sealed class LiveEvents : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterBreak = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource stop = new();
    private readonly List<LiveEvent> seen = [];
    private readonly ProductClient client;
    private readonly string path;
    private readonly Patience patience;
    private readonly Task listening;

    public LiveEvents(ProductClient client, string line, Patience patience)
    {
        this.client = client;
        this.patience = patience;
        path = $"api/v1/lines/{line}/events";
        listening = ListenAsync();
    }

    /// <summary>How often an open connection broke.</summary>
    public int Breaks { get; private set; }

    public IReadOnlyList<LiveEvent> Seen
    {
        get
        {
            lock (seen)
                return [.. seen];
        }
    }

    public Task<LiveEvent> AboutAsync(string messageId, string type) => patience.UntilAsync(
        $"a live event {type} about message {messageId}",
        () => Task.FromResult(Seen.FirstOrDefault(live => live.MessageId == messageId && live.Type == type)));

    /// <summary>Opens a second connection that asks for everything after an event, and reads it up to another.</summary>
    public async Task<IReadOnlyList<LiveEvent>> ReplayAsync(LiveEvent after, LiveEvent last)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        enough.CancelAfter(Patience.Usual);
        List<LiveEvent> replayed = [];
        await foreach (var live in ReadAsync(after, enough.Token))
        {
            replayed.Add(live);
            if (live.Id >= last.Id)
                break;
        }

        return replayed;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        // From the beginning of the feed, and not from now on.
        var last = new LiveEvent(0, "", "");
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var live in ReadAsync(last, stop.Token))
                {
                    last = live;
                    lock (seen)
                        seen.Add(live);
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                if (broken is IOException)
                    Breaks++;
                await patience.ForAsync(PauseAfterBreak);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async IAsyncEnumerable<LiveEvent> ReadAsync(
        LiveEvent after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var stream = await client.OpenEventsAsync(path, after.Id.ToString(provider: null), cancel);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancel))
        {
            if (item.EventId is { Length: > 0 } id && long.TryParse(id, provider: null, out var cursor))
                yield return new LiveEvent(cursor, item.EventType, JsonSerializer.Deserialize<JsonElement>(item.Data).Member("message_id").Text());
        }
    }
}
