using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MultiLine.Load.Running;

namespace MultiLine.Load.Faults;

/// <summary>Kills the product at random moments under load, starts it again, and proves at the end that nothing was lost or done twice.</summary>
public static class FaultDriver
{
    /// <summary>What the stream did not tell the archive, it finds within a minute.</summary>
    internal static readonly TimeSpan RestTimeout = TimeSpan.FromSeconds(150);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    /// <summary>An attempt whose reply was lost with the process is settled within seconds instead of minutes.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Conversation__OutcomeTimeout"] = "00:00:05",
        ["WhatsApp__Timeout"] = "00:00:04",
        ["Sending__PairInterval"] = "00:00:00.001",
    };

    /// <summary>Kills the processes of a deployment that is made for it.</summary>
    public static async Task<FaultReport> RunAsync(FaultPlan plan, Action<string> say)
    {
        using var deployment = await Deployment.StartAsync(new Dictionary<string, string>(Settings, StringComparer.Ordinal));
        return await RunAsync(deployment, plan, say);
    }

    /// <param name="system">Runs, with the organisation of <see cref="Bank"/>, and settings like <see cref="Settings"/>.</param>
    /// <param name="plan">How much is broken.</param>
    /// <param name="say">Hears how far it is.</param>
    public static async Task<FaultReport> RunAsync(ISystemUnderLoad system, FaultPlan plan, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(say);
        var chance = new Random(plan.Seed);
        var users = await system.EverywhereAsync(Bank.User);
        var officer = (await system.EverywhereAsync(Bank.Officer))[0];
        using var phones = new HttpClient { BaseAddress = new Uri(system.Simulator, "control/") };
        var contacts = await MeetAsync(plan.Contacts, phones, users[0]);

        using var stop = new CancellationTokenSource();
        var traffic = new Traffic(system.Servers, users, contacts, plan.Seed);
        var running = traffic.RunAsync(stop.Token);
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
            await Task.Delay(plan.BetweenKills * (1 + chance.NextDouble()), TimeProvider.System);
            await system.BreakAsync(chance);
            say($"kill {kill} of {plan.Kills}: {traffic.Acknowledged.Received.Count} received, {traffic.Acknowledged.Accepted.Count} accepted so far");
        }

        await stop.CancelAsync();
        await running;
        return await new Proof(officer, phones, traffic.Acknowledged).FindAsync([.. contacts.Values], BetweenLooks, RestTimeout);
    }

    /// <summary>Each contact writes first, which opens the session and is its consent.</summary>
    private static async Task<Dictionary<string, string>> MeetAsync(int count, HttpClient phones, HttpClient user)
    {
        var contacts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            var number = (12025550100L + index).ToString(CultureInfo.InvariantCulture);
            contacts[number] = await MeetAsync(number, phones, user);
        }

        return contacts;
    }

    /// <returns>The contact's id.</returns>
    internal static async Task<string> MeetAsync(string number, HttpClient phones, HttpClient user)
    {
        (await phones.PostAsJsonAsync("phones", new { number = $"+{number}", name = $"Contact {number}", onWhatsApp = true, autoRead = true }))
            .EnsureSuccessStatusCode();
        (await phones.PostAsJsonAsync($"phones/{number}/messages", new { text = "Hello" })).EnsureSuccessStatusCode();
        return await FindAsync(user, number);
    }

    internal static async Task<string> FindAsync(HttpClient user, string number)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var threads = await user.GetFromJsonAsync<JsonNode>("lines/main/threads?limit=200");
            foreach (var thread in threads!["items"]!.AsArray())
            {
                if ((string?)thread!["contact"]!["phone"] == $"+{number}")
                {
                    return (string)thread["contact"]!["id"]!;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new InvalidOperationException("The first message of a contact has not arrived.");
    }
}
