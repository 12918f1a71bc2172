namespace MultiLine.Connectors.WhatsApp;

/// <summary>
/// Phone numbers and business-scoped user ids as Meta writes them. Numbers come without plus sign, and a user id may stand where
/// a number used to. Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
/// </summary>
internal static class WireIdentity
{
    private const int LongestUserId = 160;

    /// <summary>E.164 with plus sign, or null.</summary>
    public static string? Phone(string? id)
    {
        var digits = id is ['+', ..] ? id[1..] : id;
        return digits is { Length: >= 5 and <= 15 } && digits.All(char.IsAsciiDigit) ? "+" + digits : null;
    }

    /// <summary>The id from a member that always holds user ids, or null.</summary>
    public static string? UserId(string? id) =>
        id is { Length: > 0 and <= LongestUserId } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? id : null;

    /// <summary>The id from a member that may hold a number instead, recognised by its form, <c>US.1349…</c>; or null.</summary>
    public static string? UserIdInPlaceOfPhone(string? id) =>
        id is [var first, var second, '.', _, ..] && char.IsAsciiLetterUpper(first) && char.IsAsciiLetterUpper(second) ? UserId(id) : null;
}
