using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Load.Running;

namespace MultiLine.Load.Inbound;

/// <summary>How far those are that follow the conversations.</summary>
internal sealed class Following(HttpClient user, HttpClient officer)
{
    private const int PageSize = 200;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Waits until the inbox has so many unread messages, and the archive all events that there are.</summary>
    /// <returns>How many unread messages the inbox has.</returns>
    public async Task<long> UntilAllAsync(long messages)
    {
        var end = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            try
            {
                // Reading makes each of them catch up first; where that takes longer than a call may, it goes on all the same.
                await officer.GetFromJsonAsync<JsonNode>("archive?limit=1");
                var unread = await UnreadAsync();
                if (unread >= messages || TimeProvider.System.GetUtcNow() > end)
                {
                    return unread;
                }
            }
            catch (Exception e) when ((e is HttpRequestException or TaskCanceledException) && TimeProvider.System.GetUtcNow() < end)
            {
            }

            await Task.Delay(LookAgainAfter, TimeProvider.System);
        }
    }

    /// <summary>Events in the logs, and those of them that the ledger holds.</summary>
    public async Task<(long Events, long Archived)> ReconcileAsync()
    {
        // Longer than a client waits, with a million events: the report is looked for.
        var before = await NewestAsync();
        try
        {
            await officer.PostAsync("archive/reconciliations", null);
        }
        catch (TaskCanceledException)
        {
        }

        while (true)
        {
            if (await NewestAsync() is { } report && (long)report["number"]! != (long?)before?["number"])
            {
                return ((long)report["events"]!, (long)report["archived"]! - (long)report["missing"]! - (long)report["doubled"]!);
            }

            await Task.Delay(LookAgainAfter, TimeProvider.System);
        }
    }

    private async Task<JsonNode?> NewestAsync() =>
        (await officer.GetFromJsonAsync<JsonNode>("archive/reconciliations?limit=1"))!["items"]!.AsArray().FirstOrDefault();

    private async Task<long> UnreadAsync()
    {
        var unread = 0L;
        for (var cursor = ""; ;)
        {
            var page = (await user.GetFromJsonAsync<JsonNode>($"lines/{Bank.Line}/threads?limit={PageSize}{cursor}"))!;
            unread += page["items"]!.AsArray().Sum(thread => (long)thread!["unread"]!);
            if (page["next"] is not { } next)
            {
                return unread;
            }

            cursor = $"&cursor={Uri.EscapeDataString((string)next!)}";
        }
    }
}
