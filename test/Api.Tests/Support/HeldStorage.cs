using Microsoft.Data.Sqlite;

namespace MultiLine.Api.Tests.Support;

internal static class HeldStorage
{
    /// <summary>Keeps the product from writing until what is returned is disposed of, as a careless backup would: writers wait for a while, then give up.</summary>
    public static SqliteConnection HoldStorage(this Product product)
    {
        var connection = new SqliteConnection($"Data Source={product.DatabaseFile};Pooling=False");
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }
}
