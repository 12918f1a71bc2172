using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Events;

public sealed class EventTests(SharedProduct shared) : ProductTests(shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_happens_on_the_line_is_told_as_it_happens()
    {
        var contact = await NewContact();
        using var stream = await EventReader.Open(await As(Cast.Ann));
        await Writes(contact, "Hello");

        var told = await stream.Next(change => change.Is("message_received", contact));
        Assert.Equal(told.Id, (string?)told.Data["cursor"]!.ToString());
        Assert.NotNull(told.Data["message_id"]);
    }

    [Fact]
    public async Task A_stream_goes_on_where_it_broke_off()
    {
        var contact = await NewContact();
        string lastId;
        using (var stream = await EventReader.Open(await As(Cast.Ann)))
        {
            await Writes(contact, "First");
            lastId = (await stream.Next(change => change.Is("message_received", contact))).Id!;
        }

        await Writes(contact, "Second");
        await Writes(contact, "Third");
        using var resumed = await EventReader.Open(await As(Cast.Ann), lastId);
        List<long> cursors = [];
        var received = 0;
        while (received < 2)
        {
            var change = await resumed.Next(_ => true);
            cursors.Add(long.Parse(change.Id!, CultureInfo.InvariantCulture));
            received += change.Is("message_received", contact) ? 1 : 0;
        }

        var first = long.Parse(lastId, CultureInfo.InvariantCulture) + 1;
        Assert.Equal(Enumerable.Range(0, cursors.Count).Select(i => first + i), cursors);
    }

    [Fact]
    public async Task A_stream_that_saw_nothing_yet_knows_where_it_began()
    {
        await using var stream = await (await As(Cast.Ann)).GetStreamAsync(new Uri("/api/v1/lines/sales/events", UriKind.Relative));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("retry: ", await reader.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        Assert.StartsWith("id: ", await reader.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_lives()
    {
        await using var product = await Product.StartAsync(map: null, "--Events:LongestSilence=00:00:01");
        var ann = await product.SignIn(Cast.Ann);
        await using var stream = await ann.GetStreamAsync(new Uri("/api/v1/lines/sales/events", UriKind.Relative));
        using var reader = new StreamReader(stream);
        string? line;
        do
        {
            line = await reader.ReadLineAsync().WaitAsync(Patience);
        }
        while (line is not (null or ":"));

        Assert.Equal(":", line);
    }

    [Fact]
    public async Task Somebody_else_reading_is_told_too()
    {
        var contact = await ContactWhoWrote();
        var ann = await As(Cast.Ann);
        using var stream = await EventReader.Open(ann);
        var place = (long)(await ann.Get($"{contact.Thread}/messages")).Json["items"]![0]!["place"]!;
        (await ann.Post($"{contact.Thread}/read", new { place })).Is(HttpStatusCode.NoContent);
        await stream.Next(change => change.Is("thread_read", contact));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("4000000000")]
    public async Task An_id_that_no_event_had_is_refused(string lastId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/lines/sales/events");
        request.Headers.Add("Last-Event-ID", lastId);
        (await Answer.Read(await (await As(Cast.Ann)).SendAsync(request))).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task A_place_that_no_event_has_is_refused() =>
        (await (await As(Cast.Ann)).Get("/api/v1/lines/sales/events?after=4000000000")).IsProblem(400, "invalid_request");

    [Fact]
    public async Task A_stream_ends_with_the_session_under_which_it_was_opened()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var product = await Product.StartAsync(map: null, new TickingClock(clock), "--Session:TokenLifetime=00:01:00");
        var ann = await product.SignIn(Cast.Ann);
        var opened = clock.GetUtcNow();
        using var stream = await EventReader.Open(ann);

        var end = stream.End();
        while (!end.IsCompleted && clock.GetUtcNow() < opened + TimeSpan.FromMinutes(2))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));
        }

        await end;
        Assert.InRange(clock.GetUtcNow() - opened, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.5));
        (await ann.Get("/api/v1/me")).IsProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_silent_stream_does_not_hold_up_the_stop_of_the_server()
    {
        await using var product = await Product.StartAsync(map: null, "--Events:LongestSilence=00:00:25");
        using var stream = await EventReader.Open(await product.SignIn(Cast.Ann));
        var begun = TimeProvider.System.GetTimestamp();
        await product.StopApi();
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task Streams_end_when_the_server_stops()
    {
        await using var product = await Product.StartAsync();
        using var stream = await EventReader.Open(await product.SignIn(Cast.Ann));
        var stopped = product.StopApi();
        await stream.End().WaitAsync(Patience);
        await stopped.WaitAsync(Patience);
    }

    private sealed record Change(string? Id, string Type, JsonNode Data)
    {
        public bool Is(string type, Contact contact) => Type == type && (string?)Data["contact"] == contact.Id;
    }

    private sealed class EventReader(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> events) : IDisposable
    {
        public static async Task<EventReader> Open(HttpClient client, string? lastId = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/lines/sales/events");
            if (lastId is not null)
            {
                request.Headers.Add("Last-Event-ID", lastId);
            }

            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            return new EventReader(response, SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
        }

        public async Task<Change> Next(Func<Change, bool> isMeant)
        {
            while (await events.MoveNextAsync().AsTask().WaitAsync(Patience))
            {
                var change = new Change(events.Current.EventId, events.Current.EventType, JsonNode.Parse(events.Current.Data)!);
                if (isMeant(change))
                {
                    return change;
                }
            }

            throw new EndOfStreamException("The stream ended before the event came.");
        }

        public async Task End()
        {
            while (await events.MoveNextAsync()) { }
        }

        public void Dispose() => response.Dispose();
    }
}
