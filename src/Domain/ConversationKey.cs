using System.Diagnostics.CodeAnalysis;

namespace MultiLine.Domain;

/// <summary>
/// Names a conversation: the organisation, one of its lines, and our own id of the contact. Its text form
/// <c>org/line/contact</c> is the key of the grain and of every stored row, so it never changes.
/// </summary>
public readonly record struct ConversationKey(string Organization, string Line, string Contact)
{
    public static ConversationKey Parse(string s) =>
        TryParse(s, out var key) ? key : throw new FormatException("A conversation key has the form org/line/contact.");

    public static bool TryParse([NotNullWhen(true)] string? s, out ConversationKey result)
    {
        var parts = s?.Split('/') ?? [];
        if (parts.Length == 3 && Array.TrueForAll(parts, KeyPart.IsValid))
        {
            result = new ConversationKey(parts[0], parts[1], parts[2]);
            return true;
        }

        result = default;
        return false;
    }

    public override string ToString() => $"{Organization}/{Line}/{Contact}";
}
