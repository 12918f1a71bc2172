using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class ReminderTableContract : StorageContract
{
    private static readonly GrainId Grain = GrainId.Create("conversation", "acme/sales/anna");

    private IReminderTable Reminders => Port<IReminderTable>();

    [Fact]
    public async Task A_reminder_is_read_back_after_closing_and_opening()
    {
        var etag = await Reminders.UpsertRow(Entry(Grain, "session-end"));

        await Storage.ReopenAsync();

        var read = await Reminders.ReadRow(Grain, "session-end");
        Assert.Equal((Grain, "session-end", etag), (read!.GrainId, read.ReminderName, read.ETag));
        Assert.Equal((Noon.UtcDateTime, DateTimeKind.Utc, TimeSpan.FromMinutes(3)), (read.StartAt, read.StartAt.Kind, read.Period));
        Assert.Null(await Reminders.ReadRow(Grain, "another"));
    }

    [Fact]
    public async Task Registering_again_replaces_and_gives_a_new_ETag()
    {
        var before = await Reminders.UpsertRow(Entry(Grain, "session-end"));
        var later = Entry(Grain, "session-end");
        later.StartAt = Noon.AddHours(1).UtcDateTime;
        var after = await Reminders.UpsertRow(later);

        Assert.NotEqual(before, after);
        Assert.Equal(later.StartAt, Assert.Single((await Reminders.ReadRows(Grain)).Reminders).StartAt);
    }

    [Fact]
    public async Task A_reminder_is_removed_only_under_the_ETag_that_it_has()
    {
        var before = await Reminders.UpsertRow(Entry(Grain, "session-end"));
        var after = await Reminders.UpsertRow(Entry(Grain, "session-end"));

        Assert.False(await Reminders.RemoveRow(Grain, "session-end", before!));
        Assert.True(await Reminders.RemoveRow(Grain, "session-end", after!));
        Assert.False(await Reminders.RemoveRow(Grain, "session-end", after!));
        Assert.Empty((await Reminders.ReadRows(Grain)).Reminders);
    }

    [Fact]
    public async Task Every_reminder_is_in_exactly_one_of_the_ranges_that_divide_the_ring()
    {
        GrainId[] grains = [.. Enumerable.Range(0, 60).Select(i => GrainId.Create("conversation", $"acme/sales/c{i}"))];
        foreach (var grain in grains)
            await Reminders.UpsertRow(Entry(grain, "session-end"));
        var edge = grains[0].GetUniformHashCode();

        uint[] cuts = [.. new uint[] { edge, 0x4000_0000, 0xC000_0000 }.Order()];
        List<GrainId> found = [];
        for (var i = 0; i < cuts.Length; i++)
            found.AddRange(await InRangeAsync(cuts[i], cuts[(i + 1) % cuts.Length]));

        Assert.Equal(60, found.Count);
        Assert.Equal(grains.ToHashSet(), found.ToHashSet());
        Assert.Equal(grains.ToHashSet(), (await InRangeAsync(0, 0)).ToHashSet());
        Assert.Contains(grains[0], await InRangeAsync(edge - 1, edge));
        Assert.DoesNotContain(grains[0], await InRangeAsync(edge, edge + 1));
    }

    [Fact]
    public async Task At_the_start_a_first_tick_that_is_further_ahead_than_any_grain_asks_for_is_brought_forward()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var hours in (int[])[1, 24, 26, 90_000])
        {
            var entry = Entry(Grain, $"{hours}");
            entry.StartAt = now.AddHours(hours).UtcDateTime;
            await Reminders.UpsertRow(entry);
        }

        await Reminders.StartAsync(CancellationToken.None);

        var ahead = (await Reminders.ReadRows(Grain)).Reminders.ToDictionary(entry => entry.ReminderName, entry => entry.StartAt - now.UtcDateTime);
        Assert.InRange(ahead["1"], TimeSpan.FromHours(0.99), TimeSpan.FromHours(1));
        Assert.InRange(ahead["24"], TimeSpan.FromHours(23.99), TimeSpan.FromHours(24));
        Assert.All((string[])["26", "90000"], name => Assert.InRange(ahead[name], TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(5)));
    }

    private static ReminderEntry Entry(GrainId grain, string name) =>
        new() { GrainId = grain, ReminderName = name, StartAt = Noon.UtcDateTime, Period = TimeSpan.FromMinutes(3) };

    private async Task<IEnumerable<GrainId>> InRangeAsync(uint begin, uint end) =>
        (await Reminders.ReadRows(begin, end)).Reminders.Select(entry => entry.GrainId);
}
