using System.Text;

namespace MultiLine.Grains;

/// <summary>A place in a sorted list as text that only we understand.</summary>
internal static class PageCursor
{
    public static string Write(string sortKey, string id) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{sortKey}\0{id}"));

    /// <summary>Null for no cursor and for one that isn't ours: the list then begins at its beginning.</summary>
    public static (string SortKey, string Id)? Read(string? cursor)
    {
        if (cursor is null || cursor.Length % 2 != 0 || !cursor.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        return Encoding.UTF8.GetString(Convert.FromHexString(cursor)).Split('\0') is [var sortKey, var id] ? (sortKey, id) : null;
    }
}
