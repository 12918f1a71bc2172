using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Storage.Content;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Conversations;

/// <summary>
/// Conversations on top of the log: turns the events of a decision into the one step that makes them durable with their claims, content,
/// marks and queue rows, and reads them back.
/// </summary>
public sealed class ConversationJournal(IConversationLog log, IConversationSnapshots snapshots, ContentSealer sealer, ArchiveShards shards)
{
    /// <summary>
    /// How many events behind a snapshot make another one worth while: nearly as many may have to be read to load a conversation, each from
    /// another page of the disk.
    /// </summary>
    public const int EventsToSnapshot = 32;

    private const int PageSize = 1000;

    /// <summary>As many events as a person's request may lead to, and some more.</summary>
    private const int LongestRequest = 10;

    public async Task<LoadedConversation> LoadAsync(ConversationKey key, CancellationToken cancellationToken = default)
    {
        var conversation = await LoadSnapshotAsync(key, cancellationToken);
        while (true)
        {
            var rows = await log.ReadAsync(key, conversation.Version, PageSize, cancellationToken);
            if (rows.Count == 0)
            {
                return conversation;
            }

            conversation = conversation with { Version = rows[^1].Version, State = conversation.State.Apply(rows.Select(Read)) };
        }
    }

    /// <summary>Keeps the state as a snapshot, unless there is a newer one. All of it must be durable.</summary>
    public Task KeepSnapshotAsync(LoadedConversation conversation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var (key, version, state) = conversation;
        return snapshots.KeepAsync(key, new SnapshotRow(version, SnapshotFormat.Schema, SnapshotFormat.Write(state)), cancellationToken);
    }

    /// <summary>Writes a step on top of the conversation as the caller knows it.</summary>
    public async Task<JournalResult> WriteAsync(LoadedConversation conversation, JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(entry);
        var (key, version, before) = conversation;
        var after = before.Apply(entry.Events);
        List<LogRow> rows = [.. entry.Events.Select((e, index) => ToRow(version + index + 1, e))];
        var result = await log.AppendAsync(
            new AppendRequest
            {
                Conversation = key,
                ExpectedVersion = version,
                Events = rows,
                Claims = [.. EventClaims.Of(key, version, entry)],
                Content = await SealAsync(key, version, entry, SealingContext.Event, ContentOf, cancellationToken),
                Originals = await SealAsync(key, version, entry, SealingContext.Original, e => (e as IInspectedEvent)?.Policy?.Original, cancellationToken),
                Followers = [Follower.Archive(key, shards.Count).ToString(), Follower.Inbox(key).ToString()],
                Enqueue = [.. Enqueued(key, before, after)],
                Dequeue = [.. before.Open.Where(open => IsQueued(open) && !IsQueued(after.FindOpen(open.MessageId))).Select(open => open.MessageId)],
            },
            cancellationToken);
        return result switch
        {
            AppendResult.Appended appended => new JournalResult.Written(conversation with { Version = appended.Version, State = after, Place = appended.Place }),
            // An event that this activation has not seen holds the claim: what it decided by was out of date.
            AppendResult.AlreadyClaimed { Holder: var holder } when holder.Conversation == key && holder.Version > version => new JournalResult.Stale(),
            AppendResult.AlreadyClaimed claimed => new JournalResult.Duplicate(claimed.Holder),
            _ => new JournalResult.Stale(),
        };
    }

    /// <summary>The event that took a person's request with this idempotency key, or null.</summary>
    public Task<ClaimHolder?> FindRequestAsync(ClaimedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return log.FindClaimAsync(ClaimScopes.Request(request.Organization, request.Person), request.Key, cancellationToken);
    }

    /// <summary>The message that a claim's event is about.</summary>
    public async Task<string?> FindMessageIdAsync(ClaimHolder holder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var rows = await log.ReadAsync(holder.Conversation, holder.Version - 1, 1, cancellationToken);
        return rows is [var row] ? row.MessageId : null;
    }

    /// <summary>What the request that holds a claim led to. Nothing but its own event and content tells: no hash of it is kept.</summary>
    public async Task<TakenRequest> ReadRequestAsync(ClaimHolder holder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var step = await ReadAsync(holder.Conversation, Math.Max(holder.Version - LongestRequest, 0), LongestRequest, cancellationToken);
        var contents = await ReadContentsAsync(holder.Conversation, [holder.Version], cancellationToken);
        return new TakenRequest(
            step.Single(e => e.Version == holder.Version).Event,
            step.TakeWhile(e => e.Version < holder.Version).Select(e => e.Event).OfType<ConsentAsked>().LastOrDefault(),
            await ReadOriginalAsync(holder.Conversation, holder.Version, cancellationToken) ?? contents.GetValueOrDefault(holder.Version));
    }

    /// <summary>The message of ours that the provider reports on, by its own id or by the callback data; null if we have none.</summary>
    public async Task<(ConversationKey Conversation, string MessageId)?> FindReportedAsync(
        Channel channel, string number, string providerMessageId, string? callbackData, CancellationToken cancellationToken = default)
    {
        return await FindAsync(ClaimScopes.Sent(channel, number), providerMessageId, cancellationToken)
            ?? (callbackData is null ? null : await FindAsync(ClaimScopes.Attempt(channel, number), callbackData, cancellationToken));
    }

    /// <summary>The message of the contact that the provider knows by this id; null if it never came.</summary>
    public Task<(ConversationKey Conversation, string MessageId)?> FindReceivedAsync(
        Channel channel, string number, string providerMessageId, CancellationToken cancellationToken = default) =>
        FindAsync(ClaimScopes.Received(channel, number), providerMessageId, cancellationToken);

    /// <summary>The call that the provider knows by this id; null if it was not told of.</summary>
    public Task<(ConversationKey Conversation, string MessageId)?> FindCallAsync(
        Channel channel, string number, string callId, CancellationToken cancellationToken = default) =>
        FindAsync(ClaimScopes.Call(channel, number), callId, cancellationToken);

    /// <summary>Rows of the log above a version, oldest first.</summary>
    public Task<IReadOnlyList<LogRow>> ReadRowsAsync(
        ConversationKey key, long after, int limit, CancellationToken cancellationToken = default) =>
        log.ReadAsync(key, after, limit, cancellationToken);

    /// <summary>The contents of these events, sealed; see <see cref="OpenAsync"/>. Those that were disposed of are left out.</summary>
    public Task<IReadOnlyDictionary<LogPlace, byte[]>> ReadSealedAsync(
        IReadOnlyCollection<LogPlace> places, CancellationToken cancellationToken = default) =>
        log.ReadContentAsync(places, cancellationToken);

    /// <summary>Events above a version, oldest first.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> ReadAsync(
        ConversationKey key, long after, int limit, CancellationToken cancellationToken = default) =>
        [.. (await log.ReadAsync(key, after, limit, cancellationToken)).Select(row => new LoggedEvent(row.Version, Read(row)))];

    /// <summary>What the log says of these messages, by their ids, at least up to this version.</summary>
    public async Task<IReadOnlyDictionary<string, MessageView>> ReadMessagesAsync(
        ConversationKey key, IReadOnlyCollection<string> messageIds, long through = long.MaxValue, CancellationToken cancellationToken = default)
    {
        var views = new Dictionary<string, MessageView>(StringComparer.Ordinal);
        foreach (var row in await log.ReadMessagesAsync(key, messageIds, through, cancellationToken))
        {
            if (MessageView.Apply(views.GetValueOrDefault(row.MessageId!), row.Version, Read(row)) is { } view)
            {
                views[view.MessageId] = view;
            }
        }

        return views;
    }

    /// <summary>What the log says of a message, event by event, oldest first.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> ReadMessageAsync(
        ConversationKey key, string messageId, CancellationToken cancellationToken = default) =>
        [.. (await log.ReadMessagesAsync(key, [messageId], cancellationToken: cancellationToken)).Select(row => new LoggedEvent(row.Version, Read(row)))];

    /// <summary>What the log says of a message, at least up to this version.</summary>
    public async Task<MessageView?> FindMessageAsync(
        ConversationKey key, string messageId, long through = long.MaxValue, CancellationToken cancellationToken = default) =>
        (await ReadMessagesAsync(key, [messageId], through, cancellationToken)).GetValueOrDefault(messageId);

    /// <summary>Messages in the order in which they entered the thread, newest first, below a version.</summary>
    public async Task<IReadOnlyList<MessageView>> ReadThreadAsync(
        ConversationKey key, long before, int limit, CancellationToken cancellationToken = default)
    {
        List<string> ids = [];
        // Mostly a few rows a message; where it is more, because statuses or consent lie between, a few steps further back.
        for (var size = Math.Min(2 * limit, PageSize); ids.Count < limit; size = Math.Min(2 * size, PageSize))
        {
            var rows = await log.ReadBackwardsAsync(key, before, size, cancellationToken);
            if (rows.Count == 0)
            {
                break;
            }

            ids.AddRange(rows.Where(row => EventFormat.ThreadTypes.Contains(row.Type)).Select(row => row.MessageId!).Take(limit - ids.Count));
            before = rows[^1].Version;
        }

        var views = await ReadMessagesAsync(key, ids, cancellationToken: cancellationToken);
        return [.. ids.Select(id => views[id])];
    }

    /// <summary>The contents of these versions; those that were disposed of are left out.</summary>
    public async Task<IReadOnlyDictionary<long, MessageContent>> ReadContentsAsync(
        ConversationKey key, IReadOnlyCollection<long> versions, CancellationToken cancellationToken = default)
    {
        var contents = new Dictionary<long, MessageContent>();
        foreach (var (version, box) in await log.ReadContentAsync(key, versions, cancellationToken))
        {
            contents[version] = await OpenAsync(key, version, box, cancellationToken);
        }

        return contents;
    }

    /// <summary>The content of a version that was read with something else.</summary>
    /// <exception cref="SealBrokenException">It is not what was sealed.</exception>
    public async Task<MessageContent> OpenAsync(ConversationKey key, long version, byte[] box, CancellationToken cancellationToken = default) =>
        SaltedContent.FromBytes(await sealer.OpenAsync(key.Organization, SealingContext.Event(key, version), box, cancellationToken)).Content;

    /// <summary>What a message said before policy changed it; null where it did not, or where it was disposed of.</summary>
    public async Task<MessageContent?> ReadOriginalAsync(ConversationKey key, long version, CancellationToken cancellationToken = default) =>
        await log.ReadOriginalAsync(key, version, cancellationToken) is { } box
            ? SaltedContent.FromBytes(await sealer.OpenAsync(key.Organization, SealingContext.Original(key, version), box, cancellationToken)).Content
            : null;

    /// <summary>The event of a stored row.</summary>
    public static ConversationEvent Read(LogRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return EventFormat.Read(row.Schema, row.Body);
    }

    /// <summary>Where there is none, or none that this release can read, the log is read from its beginning.</summary>
    private async Task<LoadedConversation> LoadSnapshotAsync(ConversationKey key, CancellationToken cancellationToken) =>
        await snapshots.FindAsync(key, cancellationToken) is { } kept && SnapshotFormat.Read(kept.Schema, kept.Body) is { } state
            ? new LoadedConversation(key, kept.Version, state) { SnapshotAt = kept.Version }
            : new LoadedConversation(key, 0, ConversationState.Empty);

    private async Task<(ConversationKey Conversation, string MessageId)?> FindAsync(string scope, string key, CancellationToken cancellationToken) =>
        await log.FindClaimAsync(scope, key, cancellationToken) is { } holder && await FindMessageIdAsync(holder, cancellationToken) is { } messageId
            ? (holder.Conversation, messageId)
            : null;

    private static LogRow ToRow(long version, ConversationEvent e) => new(
        version,
        EventFormat.TypeName(e),
        EventFormat.Schema,
        (e as IMessageEvent)?.MessageId,
        e.At,
        (e as IProviderEvent)?.ProviderAt,
        EventFormat.Write(e));

    private async Task<Dictionary<long, byte[]>> SealAsync(
        ConversationKey key,
        long version,
        JournalEntry entry,
        Func<ConversationKey, long, string> context,
        Func<ConversationEvent, string?> commitmentOf,
        CancellationToken cancellationToken)
    {
        var boxes = new Dictionary<long, byte[]>();
        for (var index = 0; index < entry.Events.Count; index++)
        {
            if (commitmentOf(entry.Events[index]) is { } commitment)
            {
                var content = entry.Contents.First(candidate => candidate.Commitment == commitment);
                var at = version + index + 1;
                boxes[at] = await sealer.SealAsync(key.Organization, context(key, at), content.Bytes, cancellationToken);
            }
        }

        return boxes;
    }

    private static string? ContentOf(ConversationEvent e) => e switch
    {
        MessageReceived received => received.Commitment,
        ReactionReceived reaction => reaction.Commitment,
        MessageEdited edited => edited.Commitment,
        MessageRevoked revoked => revoked.Commitment,
        MessageEchoed echoed => echoed.Commitment,
        CallRecorded call => call.Commitment,
        CallUpdated call => call.Commitment,
        MarketingPreferenceChanged preference => preference.Commitment,
        MessageAccepted accepted => accepted.Commitment,
        StatusReceived status => status.Commitment,
        _ => null,
    };

    private static bool IsQueued(OpenMessage? message) => message is { Phase: not MessagePhase.AwaitsConsent };

    /// <summary>Messages that are new in the queue, whose time has changed, or whose open attempt has to be looked at later.</summary>
    private static IEnumerable<QueueEntry> Enqueued(ConversationKey key, ConversationState before, ConversationState after) =>
        after.Open
            .Where(open => IsQueued(open) && before.FindOpen(open.MessageId) != open)
            .Select(open => new QueueEntry(
                Channels.NumberKey(key.Organization, open.Channel, open.Number),
                open.MessageId,
                open.Phase == MessagePhase.Attempting ? open.Deadline : open.NotBefore,
                open.Phase == MessagePhase.Attempting));
}
