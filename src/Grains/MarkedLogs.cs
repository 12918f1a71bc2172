using MultiLine.Domain;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Log;

namespace MultiLine.Grains;

/// <summary>Reads for a follower what it is behind with, many conversations at once.</summary>
/// <param name="log">The logs.</param>
/// <param name="failed">Told of a conversation that can't be followed, and why.</param>
internal sealed class MarkedLogs(IConversationLog log, Action<ConversationKey, Exception> failed)
{
    private const int EventsAtOnce = 1_000;

    /// <param name="marks">The conversations.</param>
    /// <param name="followed">Up to which version one has been followed.</param>
    public async Task<MarkedEvents> ReadAsync(IReadOnlyList<FollowerMark> marks, Func<FollowerMark, long> followed)
    {
        List<LogRange> ranges = [.. marks.Select(mark => new LogRange(mark.Conversation, followed(mark), mark.Version))];
        var read = await TryAsync(ranges) ?? await ReadApartAsync(ranges);
        Dictionary<FollowerMark, IReadOnlyList<LogRow>> events = [];
        List<FollowerMark> left = [];
        foreach (var mark in marks)
        {
            if (!read.TryGetValue(mark.Conversation, out var rows))
            {
                left.Add(mark);
            }
            else if (rows is null)
            {
                continue;
            }
            else if (rows.Count == 0)
            {
                failed(mark.Conversation, new InvalidDataException($"The log ends before version {mark.Version}."));
            }
            else
            {
                events[mark] = rows;
            }
        }

        return new MarkedEvents(events, left);
    }

    /// <returns>Null where one of them can't be read.</returns>
    private async Task<IReadOnlyDictionary<ConversationKey, IReadOnlyList<LogRow>?>?> TryAsync(List<LogRange> ranges)
    {
        try
        {
            return (await log.ReadAsync(ranges, EventsAtOnce))!;
        }
        catch (Exception e) when (e is not StorageUnavailableException)
        {
            return null;
        }
    }

    /// <returns>A null for each that can't be read.</returns>
    private async Task<IReadOnlyDictionary<ConversationKey, IReadOnlyList<LogRow>?>> ReadApartAsync(List<LogRange> ranges)
    {
        Dictionary<ConversationKey, IReadOnlyList<LogRow>?> read = [];
        foreach (var (conversation, version, _) in ranges)
        {
            try
            {
                read[conversation] = await log.ReadAsync(conversation, version, EventsAtOnce);
            }
            catch (Exception e) when (e is not StorageUnavailableException)
            {
                read[conversation] = null;
                failed(conversation, e);
            }
        }

        return read;
    }
}

/// <param name="Events">What was read, by the mark that it was read for; at least one event each.</param>
/// <param name="Left">Those that were too many for once.</param>
internal sealed record MarkedEvents(IReadOnlyDictionary<FollowerMark, IReadOnlyList<LogRow>> Events, IReadOnlyList<FollowerMark> Left);
