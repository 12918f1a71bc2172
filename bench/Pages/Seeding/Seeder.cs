using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Pages.Seeding;

/// <summary>Fills a line through signed webhooks, and answers a little in the long thread, so that both sides speak where the reader begins.</summary>
internal sealed class Seeder(Deployment deployment, Size size, TimeProvider time)
{
    private const string LongContact = "12025550000";

    /// <summary>Messages of one contact go in one after the other, however many are in a webhook.</summary>
    private const int MessagesAtOnce = 100;

    private const int ThreadsAtOnce = 25;
    private const int MessagesPerThread = 3;

    /// <summary>So many of the long thread's newest messages come while somebody answers.</summary>
    private const int Talk = 400;

    private const int TalkAtOnce = 20;
    private const int AnswersAtOnce = 5;

    private const int MostTries = 20;
    private const int MessagesPerReport = 10_000;

    /// <summary>As far back as the oldest message was written.</summary>
    private static readonly TimeSpan s_past = TimeSpan.FromDays(700);

    private readonly DateTimeOffset _now = time.GetUtcNow();

    /// <returns>The contact of the long thread.</returns>
    public async Task<string> RunAsync()
    {
        using var webhooks = new Webhooks(deployment.Product.Address);
        await Task.WhenAll(WriteLongAsync(webhooks), WriteOthersAsync(webhooks));
        var user = (await deployment.EverywhereAsync(Bank.User))[0];
        var found = await user.GetFromJsonAsync<JsonNode>($"lines/{Bank.Line}/threads?search={LongContact}");
        var contact = (string)found!["items"]![0]!["contact"]!["id"]!;
        await TalkAsync(webhooks, user, contact);
        return contact;
    }

    private async Task WriteLongAsync(Webhooks webhooks)
    {
        var writer = new Writer(1);
        var count = size.LongThread - Talk;
        for (var from = 0; from < count; from += MessagesAtOnce)
        {
            object[] messages = [.. Enumerable.Range(from, Math.Min(MessagesAtOnce, count - from))
                .Select(index => writer.Write(LongContact, _now - (s_past * (1 - ((double)index / count)))))];
            await PostAsync(webhooks, Batch.Of((LongContact, messages)));
            if (from % MessagesPerReport == 0)
            {
                Console.WriteLine($"{from + messages.Length} messages of the long thread came in");
            }
        }
    }

    private Task WriteOthersAsync(Webhooks webhooks) => Parallel.ForEachAsync(
        Enumerable.Range(1, size.Threads - 1).Chunk(ThreadsAtOnce),
        new ParallelOptions { MaxDegreeOfParallelism = 4 },
        async (threads, _) =>
        {
            var writer = new Writer(threads[0] + 1);
            await PostAsync(webhooks, Batch.Of([.. threads.Select(thread =>
            {
                var phone = (12025550000L + thread).ToString(CultureInfo.InvariantCulture);
                var last = _now - (s_past * thread / size.Threads);
                object[] messages = [.. Enumerable.Range(0, MessagesPerThread)
                    .Select(index => writer.Write(phone, last - TimeSpan.FromMinutes(MessagesPerThread - index)))];
                return (phone, (IReadOnlyList<object>)messages);
            })]));
        });

    private async Task TalkAsync(Webhooks webhooks, HttpClient user, string contact)
    {
        var writer = new Writer(-1);
        for (var from = 0; from < Talk; from += TalkAtOnce)
        {
            await PostAsync(webhooks, Batch.Of((LongContact, [.. Enumerable.Range(0, TalkAtOnce).Select(_ => writer.Write(LongContact, time.GetUtcNow()))])));
            for (var answer = 0; answer < AnswersAtOnce; answer++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"lines/{Bank.Line}/threads/{contact}/messages")
                {
                    Content = JsonContent.Create(new { channel = "whatsapp", text = writer.Text() }),
                };
                request.Headers.Add("Idempotency-Key", $"answer-{from}-{answer}");
                using var taken = await user.SendAsync(request);
                taken.EnsureSuccessStatusCode();
            }
        }
    }

    /// <summary>As the provider does: until it is answered 200.</summary>
    private static async Task PostAsync(Webhooks webhooks, byte[] body)
    {
        for (var tries = 1; !await webhooks.PostAsync(body); tries++)
        {
            if (tries == MostTries)
            {
                throw new InvalidOperationException("A webhook was not taken in.");
            }
        }
    }
}
