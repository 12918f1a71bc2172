using MultiLine.Storage.Followers;

namespace MultiLine.Grains;

/// <summary>
/// One pass of a follower over the conversations that were marked when it began, many of them in one step: what is marked meanwhile is for the
/// next, so that a pass ends under any load. A conversation that can't be followed keeps its mark and holds up no other; a storage that can't
/// answer ends the pass, since nobody may take what was read so far for everything.
/// </summary>
internal static class FollowerPass
{
    private const int MarksAtOnce = 500;

    /// <param name="marks">Of all followers.</param>
    /// <param name="follower">Whose pass it is.</param>
    /// <param name="follow">Reads conversations at least up to their marks; returns those of which it has.</param>
    /// <returns>The place of the newest event of all when it began: whatever a notice says of those up to there was followed.</returns>
    public static async Task<long> Run(
        IFollowerMarks marks, string follower, Func<IReadOnlyList<FollowerMark>, Task<IReadOnlyCollection<FollowerMark>>> follow)
    {
        var head = await marks.HeadAsync(follower);
        for (var place = 0L; place < head.Mark;)
        {
            var page = await marks.ReadAsync(follower, place, MarksAtOnce);
            await marks.ClearAsync(follower, await follow([.. page.TakeWhile(mark => mark.Place <= head.Mark)]));
            place = page.Count == MarksAtOnce ? page[^1].Place : head.Mark;
        }

        return head.Log;
    }
}
