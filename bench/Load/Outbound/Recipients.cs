using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Load.Outbound;

/// <summary>Contacts that have written to one of the lines, which is their consent and opens the session.</summary>
internal sealed class Recipients(HttpClient phones, HttpClient user)
{
    private const int AtOnce = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <returns>Each contact's line and id.</returns>
    public async Task<IReadOnlyList<(string Line, string Contact)>> MeetAsync(int count)
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (index, _) =>
            {
                var phone = (12025550000L + index).ToString(CultureInfo.InvariantCulture);
                var desk = Desk.Both[index % Desk.Both.Count];
                await PostAsync("phones", new { number = $"+{phone}", name = $"Contact {index}", onWhatsApp = true, autoRead = true });
                await PostAsync($"phones/{phone}/messages", new { to = desk.NumberId, text = "Hello" });
            });
        List<(string Line, string Contact)> met = [];
        foreach (var (index, desk) in Desk.Both.Index())
        {
            met.AddRange((await AwaitAsync(desk.Line, (count + Desk.Both.Count - 1 - index) / Desk.Both.Count)).Select(contact => (desk.Line, contact)));
        }

        return met;
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await phones.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Their webhooks may still be on the way.</summary>
    private async Task<List<string>> AwaitAsync(string line, int count)
    {
        var end = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            var contacts = await ReadAsync(line);
            if (contacts.Count == count)
            {
                return contacts;
            }

            if (TimeProvider.System.GetUtcNow() > end)
            {
                throw new InvalidOperationException($"{contacts.Count} of {count} contacts have written to {line}.");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    private async Task<List<string>> ReadAsync(string line)
    {
        List<string> contacts = [];
        string? cursor = null;
        do
        {
            var next = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var page = (await user.GetFromJsonAsync<JsonNode>($"lines/{line}/threads?limit=200{next}"))!;
            contacts.AddRange(page["items"]!.AsArray().Select(thread => (string)thread!["contact"]!["id"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return contacts;
    }
}
