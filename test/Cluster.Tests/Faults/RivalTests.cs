using System.Net;
using MultiLine.Cluster.Tests.Clusters;

namespace MultiLine.Cluster.Tests.Faults;

/// <summary>A network that fell apart: two clusters on the same data, each with an activation of the same conversation.</summary>
public sealed class RivalTests
{
    private const int Messages = 20;

    [ClusterFact]
    public async Task Two_writers_on_one_conversation_lose_nothing_double_nothing_and_send_nothing_twice()
    {
        await using var cluster = await TestedCluster.StartAsync(silos: 1, settings: []);
        await using var rival = await cluster.StartRivalAsync(silos: 1);
        using var talk = await Talk.BeginAsync(cluster, "+12025550191");
        await talk.HearsAsync("Good morning");
        using var sameTalk = await talk.ThroughAsync(rival);

        // Each text goes to both at once under the same key, as if a client had not heard the first answer.
        var texts = Enumerable.Range(1, Messages).Select(number => $"Message {number}").ToList();
        await Parallel.ForEachAsync(texts, async (text, _) => await Task.WhenAll(Insist(talk, text), Insist(sameTalk, text)));

        await Talk.UntilAsync("each text on the phone", async () => (await talk.OnPhoneAsync()).Distinct().Count() == Messages);
        await talk.UntilArchivedAsync();
        Assert.Equal(texts.Order(), (await talk.OnPhoneAsync()).Order());
        Assert.Equal(texts.Order(), (await talk.TextsAsync("out")).Order());
        var log = await talk.LogAsync();
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(entry => (int)entry["version"]!));
        Assert.Equal(Messages, log.Count(entry => (string?)entry["event"]!["type"] == "attempt_started"));
    }

    private static Task Insist(Talk talk, string text) => Talk.UntilAsync(
        $"“{text}” accepted", async () => await talk.SendAsync(0, text, key: text.Replace(' ', '-')) == HttpStatusCode.Accepted);
}
