using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Turns;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>Orleans keeps no order between calls; no grain may depend on it.</summary>
public sealed class TurnOrderTests
{
    [Fact]
    public async Task Calls_begin_in_the_order_in_which_they_came()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var grain = host.Grains.GetGrain<IPlainTurns>("order");
        string[] names = [.. Enumerable.Range(0, 50).Select(i => $"call {i}")];
        Array.ForEach(names, host.Stage.Give);

        await Task.WhenAll(names.Select(grain.Play));

        Assert.Equal(names.SelectMany<string, string>(name => [$"{name} begins", $"{name} ends"]), host.Stage.Lines);
    }
}
