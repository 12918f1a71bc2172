using MultiLine.Domain.Audit;

namespace MultiLine.Domain.Retention;

/// <summary>What an organisation's acts say was disposed of. Content that is missing and not in here is lost.</summary>
public sealed class DisposedContent
{
    private readonly Dictionary<string, List<VersionRange>> _ranges = new(StringComparer.Ordinal);

    private DisposedContent()
    {
    }

    public static DisposedContent Of(IEnumerable<AuditEvent> acts)
    {
        ArgumentNullException.ThrowIfNull(acts);
        var disposed = new DisposedContent();
        foreach (var act in acts.OfType<ContentDisposed>())
        {
            if (!disposed._ranges.TryGetValue(act.Conversation, out var ranges))
                disposed._ranges.Add(act.Conversation, ranges = []);
            ranges.AddRange(act.Versions);
        }

        return disposed;
    }

    public bool Contains(ConversationKey conversation, long version) =>
        _ranges.TryGetValue(conversation.ToString(), out var ranges) && ranges.Exists(range => range.From <= version && version <= range.To);
}
