using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Storage.Followers;

namespace MultiLine.Grains;

/// <summary>
/// One pass of a follower over the conversations that were marked when it began: what is marked meanwhile is for the next, so that a pass
/// ends under any load. A conversation that can't be followed keeps its mark and holds up no other; a storage that can't answer ends the
/// pass, since nobody may take what was read so far for everything.
/// </summary>
/// <param name="marks">Of all followers.</param>
/// <param name="follower">Whose pass it is.</param>
/// <param name="failed">Counts a conversation that could not be followed.</param>
/// <param name="log">Told why.</param>
internal sealed class FollowerPass(IFollowerMarks marks, string follower, Action failed, ILogger log)
{
    private const int MarksAtOnce = 100;

    /// <param name="follow">Reads a conversation at least up to its mark.</param>
    public async Task Run(Func<FollowerMark, Task> follow)
    {
        var end = await marks.HeadAsync(follower);
        for (var place = 0L; place < end;)
        {
            var page = await marks.ReadAsync(follower, place, MarksAtOnce);
            foreach (var mark in page.TakeWhile(mark => mark.Place <= end))
            {
                await Try(mark, follow);
            }

            place = page.Count == MarksAtOnce ? page[^1].Place : end;
        }
    }

    private async Task Try(FollowerMark mark, Func<FollowerMark, Task> follow)
    {
        try
        {
            await follow(mark);
            await marks.ClearAsync(follower, mark);
        }
        catch (Exception e) when (e is not StorageUnavailableException)
        {
            failed();
            log.NotFollowed(e, follower, mark.Conversation.ToString());
        }
    }
}
