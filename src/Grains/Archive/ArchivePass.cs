using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Archive;

/// <summary>
/// One pass of the archive over the conversations that were marked when it began, many of them in one step. As in <see cref="FollowerPass"/>,
/// what is marked meanwhile is for the next, a conversation whose log can't be read keeps its mark and holds up no other, and a storage
/// that can't answer ends the pass.
/// </summary>
/// <param name="marks">Of all followers.</param>
/// <param name="log">The logs.</param>
/// <param name="recorder">Takes events into the ledger.</param>
/// <param name="follower">Whose pass it is.</param>
/// <param name="failed">Counts a conversation that could not be followed.</param>
/// <param name="logger">Told why.</param>
internal sealed class ArchivePass(
    IFollowerMarks marks, IConversationLog log, LedgerRecorder recorder, string follower, Action failed, ILogger logger)
{
    private const int MarksAtOnce = 500;
    private const int EventsAtOnce = 1_000;

    public async Task Run()
    {
        var end = await marks.HeadAsync(follower);
        for (var place = 0L; place < end;)
        {
            var page = await marks.ReadAsync(follower, place, MarksAtOnce);
            await Follow([.. page.TakeWhile(mark => mark.Place <= end)]);
            place = page.Count == MarksAtOnce ? page[^1].Place : end;
        }
    }

    private async Task Follow(List<FollowerMark> page)
    {
        List<FollowerMark> followed = [];
        var open = page;
        while (open.Count > 0)
        {
            var places = await recorder.PlacesOf(open.ConvertAll(mark => mark.Conversation));
            followed.AddRange(open.Where(mark => places[mark.Conversation] >= mark.Version));
            List<LoggedEvent> batch = [];
            List<FollowerMark> rest = [];
            foreach (var mark in open.Where(mark => places[mark.Conversation] < mark.Version))
            {
                if (batch.Count >= EventsAtOnce || await Read(mark, places[mark.Conversation], batch))
                {
                    rest.Add(mark);
                }
            }

            await recorder.Record(batch);
            open = rest;
        }

        await marks.ClearAsync(follower, followed);
    }

    /// <summary>Whether the conversation stays in the pass.</summary>
    private async Task<bool> Read(FollowerMark mark, long place, List<LoggedEvent> batch)
    {
        try
        {
            var rows = await log.ReadAsync(mark.Conversation, place, EventsAtOnce - batch.Count);
            batch.AddRange(rows.Select(row => new LoggedEvent(mark.Conversation, row)));
            return rows.Count > 0 ? true : throw new InvalidDataException($"The log ends before version {mark.Version}.");
        }
        catch (Exception e) when (e is not StorageUnavailableException)
        {
            failed();
            logger.NotFollowed(e, follower, mark.Conversation.ToString());
            return false;
        }
    }
}
