using MultiLine.Domain;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// What this process has appended last. Followers, and whoever hears of a message's fate, ask for just that a moment later, and reading it from the
/// file took longer than writing it. A row of a log never changes and a claim is never given up, so none of these can be wrong; that another process
/// has written behind them is not seen here, and whoever asks says which version must be among them. Content is not kept: it may be disposed of.
/// </summary>
/// <param name="capacity">How many steps are kept; the oldest ones make way.</param>
internal sealed class RecentRows(int capacity)
{
    /// <summary>How many rows of one conversation are kept, since whoever asks for a message looks through them.</summary>
    private const int MostOfOne = 128;

    private readonly Lock _lock = new();
    private readonly Dictionary<ConversationKey, List<LogRow>> _logs = [];
    private readonly Dictionary<(string Scope, string Key), ClaimHolder> _claims = [];
    private readonly Queue<(ConversationKey Conversation, long LastVersion, IReadOnlyList<Claim> Claims)> _steps = [];

    /// <summary>Takes a step that has become durable.</summary>
    public void Add(AppendRequest step)
    {
        lock (_lock)
        {
            if (!_logs.TryGetValue(step.Conversation, out var rows))
            {
                _logs.Add(step.Conversation, rows = []);
            }

            if (rows.Count > 0 && rows[^1].Version > step.ExpectedVersion)
            {
                // Told late: what came behind it is here.
                return;
            }

            if (rows.Count > 0 && rows[^1].Version < step.ExpectedVersion)
            {
                // Somebody else has written in between.
                rows.Clear();
            }

            rows.AddRange(step.Events.Select(AsStored));
            foreach (var (scope, key, version) in step.Claims)
            {
                _claims[(scope, key)] = new ClaimHolder(scope, key, step.Conversation, version);
            }

            _steps.Enqueue((step.Conversation, step.LastVersion, step.Claims));
            rows.RemoveRange(0, Math.Max(rows.Count - MostOfOne, 0));
            if (_steps.Count > capacity)
            {
                MakeWay();
            }
        }
    }

    /// <summary>The rows of this part of a log; null where they are not all here.</summary>
    public IReadOnlyList<LogRow>? Find(LogRange range)
    {
        lock (_lock)
        {
            return Reaches(range.Conversation, range.Through) is { } rows && rows[0].Version <= range.After + 1
                ? rows.GetRange((int)(range.After + 1 - rows[0].Version), (int)(range.Through - range.After))
                : null;
        }
    }

    /// <summary>All rows about these messages, where they have come into being here and the log is known up to a version; null otherwise.</summary>
    public IReadOnlyList<LogRow>? FindMessages(ConversationKey conversation, IReadOnlyCollection<string> messageIds, long through)
    {
        lock (_lock)
        {
            if (Reaches(conversation, through) is not { } rows)
            {
                return null;
            }

            var begun = rows.Where(row => EventFormat.ThreadTypes.Contains(row.Type)).Select(row => row.MessageId).ToHashSet();
            return messageIds.All(begun.Contains) ? [.. rows.Where(row => row.MessageId is { } id && messageIds.Contains(id))] : null;
        }
    }

    /// <summary>The event that holds a claim, where it is among these; one that is not here may be held all the same.</summary>
    public ClaimHolder? FindClaim(string scope, string key)
    {
        lock (_lock)
        {
            return _claims.GetValueOrDefault((scope, key));
        }
    }

    private List<LogRow>? Reaches(ConversationKey conversation, long through) =>
        _logs.TryGetValue(conversation, out var rows) && rows.Count > 0 && rows[^1].Version >= through ? rows : null;

    /// <summary>Lets the oldest step go, as far as it has not gone before.</summary>
    private void MakeWay()
    {
        var (conversation, last, claims) = _steps.Dequeue();
        foreach (var (scope, key, _) in claims)
        {
            _claims.Remove((scope, key));
        }

        if (!_logs.TryGetValue(conversation, out var rows))
        {
            return;
        }

        rows.RemoveRange(0, rows.TakeWhile(row => row.Version <= last).Count());
        if (rows.Count == 0)
        {
            _logs.Remove(conversation);
        }
    }

    /// <summary>As it is read from the file, which knows no less than a microsecond.</summary>
    private static LogRow AsStored(LogRow row) => row with { RecordedAt = AsStored(row.RecordedAt), ProviderAt = row.ProviderAt is { } at ? AsStored(at) : null };

    private static DateTimeOffset AsStored(DateTimeOffset at) => UnixMicroseconds.FromUnixMicroseconds(at.ToUnixMicroseconds());
}
