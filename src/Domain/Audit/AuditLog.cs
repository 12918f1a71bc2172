namespace MultiLine.Domain.Audit;

/// <summary>
/// Where an organisation's acts are kept: in a log of their own beside those of its conversations, so that the ledger holds them in one order with
/// the messages. No line can be called like this.
/// </summary>
public static class AuditLog
{
    private const string Name = "_audit";

    public static ConversationKey Of(string organization) => new(organization, Name, Name);

    public static bool Is(ConversationKey log) => log.Line == Name;

    /// <summary>Whether an id may be given to a line: those that begin with an underscore are for logs like this one.</summary>
    public static bool MayBeLine(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return !id.StartsWith('_');
    }
}
