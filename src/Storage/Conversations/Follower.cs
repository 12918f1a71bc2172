using System.Globalization;
using System.Numerics;
using System.Text;
using MultiLine.Domain;

namespace MultiLine.Storage.Conversations;

/// <summary>
/// Who follows the logs: the archive shard and the inbox of each conversation. The name is stored with every append; its rest after
/// the kind is the key of the grain.
/// </summary>
public sealed record Follower(FollowerKind Kind, string Key)
{
    public override string ToString() => $"{(Kind == FollowerKind.Archive ? ArchivePrefix : InboxPrefix)}{Key}";

    public static Follower Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(ArchivePrefix, StringComparison.Ordinal) ? new Follower(FollowerKind.Archive, name[ArchivePrefix.Length..])
            : name.StartsWith(InboxPrefix, StringComparison.Ordinal) ? new Follower(FollowerKind.Inbox, name[InboxPrefix.Length..])
            : throw new FormatException($"No follower is called {name}.");
    }

    public static Follower Inbox(ConversationKey conversation) =>
        new(FollowerKind.Inbox, $"{conversation.Organization}/{conversation.Line}");

    /// <param name="conversation">The conversation.</param>
    /// <param name="shards">How many shards the organisation's archive has.</param>
    public static Follower Archive(ConversationKey conversation, int shards)
    {
        var hash = 0u;
        foreach (var b in Encoding.UTF8.GetBytes(conversation.ToString()))
        {
            hash = BitOperations.Crc32C(hash, b);
        }

        var shard = (hash % (uint)shards).ToString(CultureInfo.InvariantCulture);
        return new Follower(FollowerKind.Archive, $"{conversation.Organization}/{shard}");
    }

    private const string ArchivePrefix = "archive/";
    private const string InboxPrefix = "inbox/";
}

public enum FollowerKind
{
    Archive,
    Inbox,
}
