using System.Security.Cryptography;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Content;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;

namespace MultiLine.Storage.Audit;

/// <summary>The acts of an organisation's people, on top of the log. The archive follows it as it follows the conversations.</summary>
public sealed class AuditJournal(IConversationLog log, ContentSealer sealer, ArchiveShards shards)
{
    /// <summary>Commits to a reason that was given.</summary>
    public static SaltedContent Reason(string reason) =>
        SaltedContent.Of(new MessageContent { Text = reason }, RandomNumberGenerator.GetBytes(Commitment.SaltLength));

    /// <summary>Records an act durably. Who writes at the same time is no reason to fail: the order of acts is that of the log.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="act">What was done.</param>
    /// <param name="reason">Of an act that has one.</param>
    /// <param name="once">What it is called among the acts that are recorded once: where it is recorded already, nothing is done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RecordAsync(
        string organization, AuditEvent act, SaltedContent? reason = null, string? once = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        while (await log.AppendAsync(await PrepareAsync(organization, act, reason, once, cancellationToken), cancellationToken)
            is not (AppendResult.Appended or AppendResult.AlreadyClaimed))
        {
            // Somebody else's act came first: this one comes behind it.
        }
    }

    /// <summary>The step that records an act behind those that are there now, for whoever writes it together with what was done.</summary>
    /// <inheritdoc cref="RecordAsync"/>
    public async Task<AppendRequest> PrepareAsync(
        string organization, AuditEvent act, SaltedContent? reason = null, string? once = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        var key = AuditLog.Of(organization);
        var newest = await log.ReadBackwardsAsync(key, long.MaxValue, 1, cancellationToken);
        var version = newest is [var last] ? last.Version : 0;
        return new AppendRequest
        {
            Conversation = key,
            ExpectedVersion = version,
            Events = [new LogRow(version + 1, AuditFormat.TypeName(act), AuditFormat.Schema, null, act.At, null, AuditFormat.Write(act))],
            Claims = once is null ? [] : [new Claim(ClaimScopes.Act(organization), once, version + 1)],
            Content = reason is null ? new Dictionary<long, byte[]>() : new Dictionary<long, byte[]>
            {
                [version + 1] = await sealer.SealAsync(organization, SealingContext.Event(key, version + 1), reason.Bytes, cancellationToken),
            },
            Followers = [Follower.Archive(key, shards.Count).ToString()],
        };
    }

    /// <summary>Acts below a version, newest first, with what the persons said of them.</summary>
    public async Task<IReadOnlyList<RecordedAct>> ReadAsync(string organization, long before, int limit, CancellationToken cancellationToken = default) =>
        await OpenAsync(organization, await log.ReadBackwardsAsync(AuditLog.Of(organization), before, limit, cancellationToken), cancellationToken);

    /// <summary>An act that was recorded once under this name; null where none was.</summary>
    public async Task<RecordedAct?> FindAsync(string organization, string once, CancellationToken cancellationToken = default) =>
        await log.FindClaimAsync(ClaimScopes.Act(organization), once, cancellationToken) is { } holder
            ? (await OpenAsync(organization, await log.ReadAsync(holder.Conversation, holder.Version - 1, 1, cancellationToken), cancellationToken))[0]
            : null;

    private async Task<List<RecordedAct>> OpenAsync(string organization, IReadOnlyList<LogRow> rows, CancellationToken cancellationToken)
    {
        var key = AuditLog.Of(organization);
        var contents = await log.ReadContentAsync(key, [.. rows.Select(row => row.Version)], cancellationToken);
        List<RecordedAct> acts = [];
        foreach (var row in rows)
        {
            var reason = contents.TryGetValue(row.Version, out var box)
                ? SaltedContent.FromBytes(await sealer.OpenAsync(organization, SealingContext.Event(key, row.Version), box, cancellationToken)).Content.Text
                : null;
            acts.Add(new RecordedAct(row.Version, row.Type, row.Body, AuditFormat.Read(row.Schema, row.Body), reason));
        }

        return acts;
    }
}

/// <param name="Version">Its place among the organisation's acts.</param>
/// <param name="Type">The act's stable name.</param>
/// <param name="Body">Its stored JSON.</param>
/// <param name="Act">What was done.</param>
/// <param name="Reason">As the person gave it; null where none was asked for, or where it was disposed of.</param>
public sealed record RecordedAct(long Version, string Type, byte[] Body, AuditEvent Act, string? Reason);
