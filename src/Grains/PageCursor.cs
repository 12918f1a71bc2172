using System.Text;

namespace MultiLine.Grains;

/// <summary>A place in a sorted list as text that only we understand. It names its list, so that no other takes it for its own.</summary>
internal static class PageCursor
{
    public static string Write(string list, string sortKey, string id) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{list}\0{sortKey}\0{id}"));

    /// <summary>Null for a cursor that this list never gave.</summary>
    public static (string SortKey, string Id)? Read(string list, string cursor)
    {
        if (cursor.Length % 2 != 0 || !cursor.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        return Encoding.UTF8.GetString(Convert.FromHexString(cursor)).Split('\0') is [var name, var sortKey, var id]
            && name == list
            // Bytes that are no text would be read as another place.
            && Write(list, sortKey, id) == cursor
                ? (sortKey, id)
                : null;
    }
}
