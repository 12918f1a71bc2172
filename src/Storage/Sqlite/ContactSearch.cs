namespace MultiLine.Storage.Sqlite;

/// <summary>How contacts are looked for, in whatever list: by a part of their name or of their phone number.</summary>
internal static class ContactSearch
{
    /// <summary>Holds for the rows of <c>contact</c> that are looked for; for all where the parameter is NULL.</summary>
    /// <param name="parameter">The SQL parameter with what <see cref="Words"/> returns.</param>
    public static string Condition(string parameter) =>
        $"({parameter} IS NULL OR instr(search_name, {parameter}) > 0 OR instr(coalesce(phone, ''), {parameter}) > 0)";

    public static string? Words(string? search) => search is null ? null : Searchable(search);

    /// <summary>People neither sort nor search by upper and lower case; SQLite's own lower() knows ASCII only.</summary>
#pragma warning disable CA1308 // Lower case is what is stored; nothing is compared across cultures.
    public static string Searchable(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
