using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Model;

public sealed class KeyTests
{
    [Fact]
    public async Task A_grain_knows_its_key_of_whatever_kind()
    {
        await using var host = await ActorHostFixture.StartAsync();
        var guid = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");

        Assert.Equal("org/örtlich/+49 30", await host.Grains.GetGrain<ITextKey>("org/örtlich/+49 30").Key());
        Assert.Equal(long.MaxValue, await host.Grains.GetGrain<INumberKey>(long.MaxValue).Key());
        Assert.Equal(-1, await host.Grains.GetGrain<INumberKey>(-1).Key());
        Assert.Equal(guid, await host.Grains.GetGrain<IGuidKey>(guid).Key());
    }

    [Fact]
    public async Task The_identity_of_a_grain_is_written_alike_everywhere()
    {
        await using var host = await ActorHostFixture.StartAsync();

        Assert.Equal("test.text-key/a/b", host.Grains.GetGrain<ITextKey>("a/b").GetGrainId().ToString());
        Assert.Equal("test.number-key/FF", host.Grains.GetGrain<INumberKey>(255).GetGrainId().ToString());
        Assert.Equal(
            "test.guid-key/0f8fad5bd9cb469fa16570867728950e",
            host.Grains.GetGrain<IGuidKey>(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")).GetGrainId().ToString());
    }

    [Fact]
    public async Task A_grain_is_found_by_its_identity_alone()
    {
        await using var host = await ActorHostFixture.StartAsync();

        Assert.Equal("a", await host.Grains.GetGrain<ITextKey>(GrainId.Create("test.text-key", "a")).Key());
    }
}
