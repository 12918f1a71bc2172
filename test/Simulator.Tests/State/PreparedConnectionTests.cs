using Dapper;
using Microsoft.Data.Sqlite;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Tests.State;

public sealed class PreparedConnectionTests : IDisposable
{
    private const string Insert = "INSERT INTO notes (id, text) VALUES (@id, @text)";
    private const string Text = "SELECT text FROM notes WHERE id = @id";

    private readonly PreparedConnection connection = new("Data Source=:memory:");

    public PreparedConnectionTests()
    {
        connection.Open();
        connection.Execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT) STRICT");
    }

    public void Dispose() => connection.Dispose();

    [Fact]
    public void A_statement_is_parsed_once_with_those_of_its_transaction()
    {
        var before = connection.Parsed;
        foreach (var id in Enumerable.Range(1, 10))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(Insert, new { id, text = $"note {id}" }, transaction);
            Assert.Equal($"note {id}", connection.QuerySingle<string>(Text, new { id }, transaction));
            transaction.Commit();
        }

        Assert.Equal(4, connection.Parsed - before);
        Assert.Equal(10, connection.ExecuteScalar<int>("SELECT count(*) FROM notes"));
    }

    [Fact]
    public void What_a_transaction_did_is_taken_back_when_it_is_not_committed()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(Insert, new { id = 1, text = "never" }, transaction);
        }

        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM notes"));
    }

    [Fact]
    public void A_statement_can_be_used_inside_its_own_reading()
    {
        connection.Execute(Insert, new[] { new { id = 1, text = "one" }, new { id = 2, text = "two" } });
        const string from = "SELECT id FROM notes WHERE id >= @least ORDER BY id";

        var seen = connection
            .Query<int>(from, new { least = 1 }, buffered: false)
            .Select(id => (id, connection.Query<int>(from, new { least = id }).Count()));

        Assert.Equal([(1, 2), (2, 1)], seen);
    }

    [Fact]
    public void A_parameter_of_an_earlier_use_is_not_left()
    {
        connection.Execute(Insert, new { id = 1, text = "one" });
        Assert.Equal("one", connection.QuerySingle<string>(Text, new { id = 1 }));

        Assert.Throws<InvalidOperationException>(() => connection.QuerySingleOrDefault<string>(Text));
        connection.Execute(Insert, new { id = 2, text = (string?)null });

        Assert.Null(connection.QuerySingle<string?>(Text, new { id = 2 }));
    }

    [Fact]
    public void A_refused_statement_can_be_used_again()
    {
        connection.Execute(Insert, new { id = 1, text = "one" });
        using (var transaction = connection.BeginTransaction())
        {
            Assert.Throws<SqliteException>(() => connection.Execute(Insert, new { id = 1, text = "other" }, transaction));
            connection.Execute(Insert, new { id = 2, text = "two" }, transaction);
            transaction.Commit();
        }

        Assert.Equal(["one", "two"], connection.Query<string>("SELECT text FROM notes ORDER BY id"));
    }

    [Fact]
    public void A_table_that_was_changed_is_seen_as_it_is_now()
    {
        const string all = "SELECT * FROM notes";
        connection.Execute(Insert, new { id = 1, text = "one" });
        Assert.Equal(2, Columns());

        connection.Execute("ALTER TABLE notes ADD COLUMN more TEXT");

        Assert.Equal(3, Columns());

        int Columns()
        {
            using var reader = connection.ExecuteReader(all);
            return reader.FieldCount;
        }
    }

    [Fact]
    public void Composed_statements_do_not_pile_up()
    {
        foreach (var number in Enumerable.Range(0, 3 * PreparedConnection.Capacity))
        {
            Assert.Equal(number, connection.QuerySingle<int>($"SELECT {number}"));
            Assert.InRange(connection.Kept, 1, PreparedConnection.Capacity);
        }
    }

    [Fact]
    public void A_statement_does_not_keep_a_file()
    {
        const string length = "SELECT length(@file)";
        Assert.Equal(3, connection.QuerySingle<int>(length, new { file = "abc" }));
        var before = connection.Kept;

        Assert.Equal(5, connection.QuerySingle<int>(length, new { file = new byte[5] }));

        Assert.Equal(before - 1, connection.Kept);
        Assert.Equal(3, connection.QuerySingle<int>(length, new { file = "abc" }));
    }
}
