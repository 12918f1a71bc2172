using MultiLine.Storage.Followers;

namespace MultiLine.Grains.Archive;

/// <summary>Records the events of marked conversations.</summary>
/// <param name="logs">Of the conversations.</param>
/// <param name="recorder">Takes events into the ledger.</param>
internal sealed class ArchivePass(MarkedLogs logs, LedgerRecorder recorder)
{
    /// <returns>Those that are followed up to their marks.</returns>
    public async Task<IReadOnlyCollection<FollowerMark>> Follow(IReadOnlyList<FollowerMark> page)
    {
        List<FollowerMark> followed = [];
        for (var open = page; open.Count > 0;)
        {
            var places = await recorder.PlacesOf([.. open.Select(mark => mark.Conversation)]);
            followed.AddRange(open.Where(mark => places[mark.Conversation] >= mark.Version));
            var read = await logs.ReadAsync(
                [.. open.Where(mark => places[mark.Conversation] < mark.Version)], mark => places[mark.Conversation]);
            var recorded = await recorder.Record([.. read.Events.SelectMany(of => of.Value.Select(row => new LoggedEvent(of.Key.Conversation, row)))]);
            var done = read.Events.Where(of => recorded && of.Value[^1].Version >= of.Key.Version).Select(of => of.Key).ToList();
            followed.AddRange(done);
            open = [.. read.Events.Keys.Except(done), .. read.Left];
        }

        return followed;
    }
}
