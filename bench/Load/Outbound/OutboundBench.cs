using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Load.Running;

namespace MultiLine.Load.Outbound;

/// <summary>
/// How many messages a second go the whole way from the call of the API to the provider's acceptance, by all rules, and what becomes of them: the
/// simulator sends each one's three statuses back by webhook.
/// </summary>
internal static class OutboundBench
{
    private const int Callers = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(int messages, int contacts)
    {
        var directory = Directory.CreateTempSubdirectory("multiline-outbound-").FullName;
        try
        {
            Desk.Found(directory);
            using var deployment = await Deployment.StartAsync(Desk.Settings, directory);
            return await RunAsync(deployment, messages, contacts);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<int> RunAsync(Deployment deployment, int messages, int contacts)
    {
        using var phones = new HttpClient { BaseAddress = new Uri(deployment.Simulator, "control/") };
        var user = (await deployment.EverywhereAsync(Desk.Person))[0];
        var clock = Stopwatch.StartNew();
        var recipients = await new Recipients(phones, user).MeetAsync(contacts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contacts} contacts have written in {clock.Elapsed.TotalSeconds:0} s"));

        // The code has run before the clock does.
        await SendAsync(user, recipients, Math.Min(messages / 10, 1000));
        await AwaitAsync(deployment, user, recipients, Math.Min(messages / 10, 1000));

        var idle = deployment.ProcessorTimes;
        var from = TimeProvider.System.GetUtcNow();
        clock.Restart();
        await SendAsync(user, recipients, messages);
        var taken = clock.Elapsed;
        var all = messages + Math.Min(messages / 10, 1000);
        var (read, looking) = await AwaitAsync(deployment, user, recipients, all);
        var busy = deployment.ProcessorTimes - idle - looking;
        var shown = read.Where(message => (DateTimeOffset)message["at"]! >= from).ToList();

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{messages} messages were taken in {taken.TotalSeconds:0.0} s, accepted by the provider in {Until("sent_at"):0.0} s and read in {Until("read_at"):0.0} s"));
        Figure.Print("outbound_messages_per_s", messages / Until("sent_at"), "1/s");
        Figure.Print("outbound_read_per_s", messages / Until("read_at"), "1/s");
        Figure.Print("outbound_cpu", busy.Product.TotalMicroseconds / messages, "us/message");
        Figure.Print("outbound_cpu_of_simulator", busy.Simulator.TotalMicroseconds / messages, "us/message");
        Figure.Print("outbound_wrong", messages - shown.Count(IsRead), "messages");
        return shown.Count == messages && shown.TrueForAll(IsRead) ? 0 : 1;

        double Until(string time) => (shown.Where(IsRead).Max(message => (DateTimeOffset)message[time]!) - from).TotalSeconds;
    }

    private static Task SendAsync(HttpClient user, IReadOnlyList<(string Line, string Contact)> recipients, int messages) => Parallel.ForEachAsync(
        Enumerable.Range(0, messages),
        new ParallelOptions { MaxDegreeOfParallelism = Callers },
        async (index, _) =>
        {
            var (line, contact) = recipients[index * 7919 % recipients.Count];
            using var request = new HttpRequestMessage(HttpMethod.Post, $"lines/{line}/threads/{contact}/messages")
            {
                Content = JsonContent.Create(new { channel = "whatsapp", text = $"Your statement of last month is ready, number {index}." }),
            };
            request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid():n}");
            using var answer = await user.SendAsync(request, CancellationToken.None);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                throw new InvalidOperationException($"A send was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
            }
        });

    /// <summary>All that was sent, when it has been read or there is no time left.</summary>
    /// <param name="deployment">That sent it.</param>
    /// <param name="user">Asks for it.</param>
    /// <param name="recipients">To whom it was sent.</param>
    /// <param name="messages">How many there must be.</param>
    /// <returns>The messages, and what looking at each of them took of the processors, which is the bench's part and not theirs.</returns>
    private static async Task<(List<JsonNode> Shown, ProcessorTimes Looking)> AwaitAsync(
        Deployment deployment, HttpClient user, IReadOnlyList<(string Line, string Contact)> recipients, int messages)
    {
        var looking = ProcessorTimes.None;
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            // The threads say that first; what each message came to is read when it is quiet.
            if (await AreLastReadAsync(user) || Stopwatch.GetElapsedTime(start) > Patience)
            {
                var before = deployment.ProcessorTimes;
                var shown = await ReadAsync(user, recipients);
                looking += deployment.ProcessorTimes - before;
                if (shown.Count(IsRead) == messages || Stopwatch.GetElapsedTime(start) > Patience)
                {
                    return (shown, looking);
                }
            }
        }
    }

    private static async Task<bool> AreLastReadAsync(HttpClient user)
    {
        foreach (var desk in Desk.Both)
        {
            var page = (await user.GetFromJsonAsync<JsonNode>($"lines/{desk.Line}/threads?limit=200"))!;
            if (page["items"]!.AsArray().Any(thread => (string?)thread!["last_direction"] == "out" && (string?)thread["last_status"] != "read"))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<List<JsonNode>> ReadAsync(HttpClient user, IReadOnlyList<(string Line, string Contact)> recipients)
    {
        List<JsonNode> all = [];
        await Parallel.ForEachAsync(
            recipients,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (recipient, cancellation) =>
            {
                var page = await user.GetFromJsonAsync<JsonNode>(
                    $"lines/{recipient.Line}/threads/{recipient.Contact}/messages?limit=200", cancellation);
                lock (all)
                {
                    all.AddRange(page!["items"]!.AsArray().Where(message => (string?)message!["direction"] == "out").Select(message => message!));
                }
            });
        return all;
    }

    private static bool IsRead(JsonNode message) =>
        (string?)message["status"] == "read" && message["sent_at"] is not null && message["delivered_at"] is not null && message["read_at"] is not null;
}
