using Microsoft.Data.Sqlite;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>All that a request can change: every row of the product's database, and what the providers were sent.</summary>
internal sealed record Facts(IReadOnlyDictionary<string, string> Parts)
{
    public static async Task<Facts> Of(Product product)
    {
        var parts = Tables(product.DatabaseFile);
        foreach (var sent in (string[])["/control/messages", "/control/sms", "/control/templates"])
        {
            parts[sent] = (await product.Simulator().Get(sent)).Is(System.Net.HttpStatusCode.OK).Text;
        }

        return new Facts(parts);
    }

    /// <summary>The tables and lists that are not as they were.</summary>
    public IReadOnlyList<string> ChangedSince(Facts before) =>
        [.. Parts.Keys.Where(part => Parts[part] != before.Parts[part]).Order(StringComparer.Ordinal)];

    /// <summary>What is written when a minute or a day is over, whoever asks for what; and the index, which follows the ledger then.</summary>
    private const string ByTheClock = "name NOT IN ('reconciliation', 'disposal_run', 'ledger_place') AND name NOT LIKE 'search%'";

    private static Dictionary<string, string> Tables(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        // What a virtual table holds is in tables of its own.
        return Rows(
            connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL %' AND {ByTheClock}")
            .ToDictionary(table => table, table => string.Join('\n', Rows(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal)));
    }

    private static List<string> Rows(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the schema.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        }

        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
