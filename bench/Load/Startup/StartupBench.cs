using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Load.Filled;
using MultiLine.Load.Running;

namespace MultiLine.Load.Startup;

/// <summary>
/// How long it takes from the start of the process to the first answer that shows a message, with a large storage, after the product was killed
/// under load; once more with nothing of the database in the kernel's memory.
/// </summary>
internal static class StartupBench
{
    private const int MessagesEach = 20;
    private const int Writers = 16;

    /// <summary>Long enough for a write-ahead log that the next start has to read.</summary>
    private static readonly TimeSpan UnderLoad = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(int messages, int kills)
    {
        var talks = messages / MessagesEach;
        var directory = await FilledData.FindAsync(new FilledSize(talks, MessagesEach));
        using var deployment = await Deployment.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal), directory);
        var user = (await deployment.EverywhereAsync(Bank.User))[0];
        List<double> times = [];
        var acknowledged = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            var (texts, contact, newest) = await KillUnderLoadAsync(deployment, talks);
            acknowledged += texts;
            var isCold = kill == kills - 1;
            if (isCold)
            {
                PageCache.Forget(Deployment.Storage(directory));
            }

            var took = await StartAsync(deployment, user, contact, newest);
            if (isCold)
            {
                Figure.Print("startup_cold_s", took.TotalSeconds, "s");
            }
            else
            {
                times.Add(took.TotalSeconds);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{messages} messages stored, and {acknowledged} more acknowledged before {kills} kills; the starts took {string.Join(", ", times.Select(time => time.ToString("0.00", CultureInfo.InvariantCulture)))} s"));
        Figure.Print("startup_s", times.Max(), "s");
        return 0;
    }

    /// <summary>Contacts write until right after the product is gone.</summary>
    /// <returns>How many texts were acknowledged, and the last one of them with its contact.</returns>
    private static async Task<(int Texts, int Contact, string Newest)> KillUnderLoadAsync(Deployment deployment, int talks)
    {
        using var webhooks = new Webhooks(deployment.Product.Address);
        using var stop = new CancellationTokenSource();
        var (count, last) = (0, (Contact: 0, Text: ""));
        var writing = Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var talk = writer; !stop.IsCancellationRequested; talk = (talk + Writers) % talks)
            {
                var text = $"Text {Guid.NewGuid():n}";
                if (await webhooks.PostAsync(Webhooks.Texts(new ContactText(FilledData.Phone(talk), $"wamid.{Guid.NewGuid():n}", TimeProvider.System.GetUtcNow(), text))))
                {
                    Interlocked.Increment(ref count);
                    last = (talk, text);
                }
            }
        }).ToList();
        await Task.Delay(UnderLoad, TimeProvider.System);
        await deployment.Product.KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        return count > 0 ? (count, last.Contact, last.Text) : throw new InvalidOperationException("Nothing was acknowledged under load.");
    }

    /// <summary>Until the newest message that was acknowledged is shown.</summary>
    private static async Task<TimeSpan> StartAsync(Deployment deployment, HttpClient user, int talk, string newest)
    {
        var start = Stopwatch.GetTimestamp();
        var starting = deployment.Product.StartAsync();
        while (!await IsShownAsync(user, talk, newest))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException("What was acknowledged before the kill is not there after the start.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        var took = Stopwatch.GetElapsedTime(start);
        await starting;
        return took;
    }

    private static async Task<bool> IsShownAsync(HttpClient user, int talk, string text)
    {
        try
        {
            var page = await user.GetFromJsonAsync<JsonNode>($"lines/{Bank.Line}/threads/{FilledData.Contact(talk)}/messages?limit=5");
            return page!["items"]!.AsArray().Any(message => (string?)message!["text"] == text);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
