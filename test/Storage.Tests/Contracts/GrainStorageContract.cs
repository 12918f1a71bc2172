using Orleans.Storage;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class GrainStorageContract : StorageContract
{
    private static readonly GrainId Grain = GrainId.Create("settings", "acme/alice");

    private IGrainStorage States => Port<IGrainStorage>();

    [Fact]
    public async Task A_grain_without_a_stored_state_finds_an_empty_one()
    {
        var state = await ReadAsync();

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
        Assert.Equal(0, state.State!.Count);
    }

    [Fact]
    public async Task A_state_is_read_back_by_name_and_grain_after_closing_and_opening()
    {
        await WriteAsync(await ReadAsync(), 5);

        await Storage.ReopenAsync();

        var state = await ReadAsync();
        Assert.True(state.RecordExists);
        Assert.Equal((5, Weekday.Friday, "größe"), (state.State!.Count, state.State.Day, state.State.Words[0]));
        Assert.False((await ReadAsync("another")).RecordExists);
    }

    [Fact]
    public async Task Of_two_activations_the_one_that_writes_on_a_stale_state_is_refused()
    {
        var (first, second) = (await ReadAsync(), await ReadAsync());
        await WriteAsync(first, 1);

        var refused = await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(second, 2));
        Assert.Equal(first.ETag, refused.StoredEtag);
        Assert.Null(refused.CurrentEtag);
        await WriteAsync(first, 3);
        Assert.Equal(3, (await ReadAsync()).State!.Count);
    }

    [Fact]
    public async Task A_cleared_state_is_gone_and_its_old_ETag_never_fits_again()
    {
        var state = await ReadAsync();
        await WriteAsync(state, 1);
        var stale = await ReadAsync();

        await States.ClearStateAsync("state", Grain, state);
        Assert.False(state.RecordExists);
        Assert.Equal(0, state.State!.Count);
        Assert.False((await ReadAsync()).RecordExists);

        await WriteAsync(await ReadAsync(), 2);
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(stale, 9));
        await Assert.ThrowsAsync<InconsistentStateException>(() => States.ClearStateAsync("state", Grain, stale));
        Assert.Equal(2, (await ReadAsync()).State!.Count);
    }

    private async Task<GrainState<Counter>> ReadAsync(string name = "state")
    {
        var state = new GrainState<Counter>(new Counter());
        await States.ReadStateAsync(name, Grain, state);
        return state;
    }

    private Task WriteAsync(GrainState<Counter> state, int count)
    {
        state.State = new Counter { Count = count, Day = Weekday.Friday, Words = ["größe"] };
        return States.WriteStateAsync("state", Grain, state);
    }

    public sealed class Counter
    {
        public int Count { get; init; }

        public Weekday Day { get; init; }

        public IReadOnlyList<string> Words { get; init; } = [];
    }

    public enum Weekday
    {
        Monday,
        Friday,
    }
}
