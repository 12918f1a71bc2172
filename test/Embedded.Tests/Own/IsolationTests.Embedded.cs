using System.Collections.Immutable;
using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Isolation;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>
/// Orleans copies some values that nobody can change, names an error of its own for what may not cross, and makes a reference of a grain
/// object by itself.
/// </summary>
public sealed class IsolationTests
{
    [Theory]
    [MemberData(nameof(Unchangeable))]
    public async Task Values_that_nobody_can_change_cross_as_they_are(object? value)
    {
        await using var host = await ActorHostFixture.StartAsync();

        Assert.Same(value, await host.Grains.GetGrain<IEcho>("a").Echo(value));
    }

    public static TheoryData<object?> Unchangeable =>
        [null, "text", 5, new Uri("https://example.org/"), ImmutableList.Create(1, 2), new Fixed("a", 1)];

    [Fact]
    public async Task A_type_that_may_not_cross_is_named()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => host.Grains.GetGrain<IEcho>("a").Echo(new Unmarked()));
        Assert.Contains(nameof(Unmarked), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grain_object_may_not_cross()
    {
        await using var host = await ActorHostFixture.StartAsync();

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => host.Grains.GetGrain<IEcho>("a").Myself());
        Assert.Contains("AsReference", error.Message, StringComparison.Ordinal);
    }
}
