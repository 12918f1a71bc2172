using Microsoft.Data.Sqlite;
using MultiLine.Storage.Sqlite;
using SQLitePCL;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class SqliteSessionTests : IDisposable
{
    /// <summary>How often SQLite made a new plan for a statement by itself: <c>SQLITE_STMTSTATUS_REPREPARE</c>.</summary>
    private const int PlannedAnew = 5;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteSession _session;

    public SqliteSessionTests()
    {
        _connection.Open();
        _connection.Handle!.enable_sqlite3_next_stmt(true);
        _session = new SqliteSession(_connection);
        _session.Execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB, number INTEGER)");
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("short, with an é and a 🙂")]
    [InlineData(null)]
    public void Texts_come_back_as_they_were(string? text) => Assert.Equal(text, Kept("text", text, row => row.GetStringOrNull(0)));

    [Fact]
    public void Texts_that_are_too_long_for_the_stack_come_back_as_they_were()
    {
        var text = string.Concat(Enumerable.Repeat("🙂é\0x", 50_000));

        Assert.Equal(text, Kept("text", text, row => row.GetString(0)));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 255, 0 })]
    public void Bytes_come_back_as_they_were_and_none_are_not_NULL(byte[] bytes)
    {
        Assert.Equal(bytes, Kept("bytes", bytes, row => row.GetBytesOrNull(0)));
    }

    [Theory]
    [InlineData(long.MinValue, long.MinValue)]
    [InlineData(uint.MaxValue, 4294967295L)]
    [InlineData(-1, -1L)]
    [InlineData(true, 1L)]
    public void Numbers_come_back_as_they_were(object number, long read)
    {
        Assert.Equal(read, Kept("number", number, row => row.GetInt64(0)));
        Assert.Equal(read, _session.Number("SELECT number FROM kept"));
    }

    [Fact]
    public void A_statement_is_planned_once_whatever_is_bound_to_it()
    {
        const string Page = "SELECT id FROM kept WHERE id > ?1 AND id <= ?2 ORDER BY id DESC LIMIT ?3";
        foreach (var limit in Enumerable.Range(1, 5))
        {
            _session.Rows(Page, row => row.GetInt64(0), limit, 10 * limit, limit);
        }

        var page = raw.sqlite3_next_stmt(_connection.Handle, null);
        while (raw.sqlite3_sql(page).utf8_to_string() != Page)
        {
            page = raw.sqlite3_next_stmt(_connection.Handle, page);
        }

        Assert.Equal(0, raw.sqlite3_stmt_status(page, PlannedAnew, 0));
    }

    [Fact]
    public void A_NULL_is_never_read_as_something_else()
    {
        _session.Execute("INSERT INTO kept (id) VALUES (1)");

        Assert.Null(_session.Number("SELECT number FROM kept"));
        Assert.Throws<InvalidCastException>(() => _session.First("SELECT number FROM kept", row => $"{row.GetInt64(0)}"));
        Assert.Throws<InvalidCastException>(() => _session.First("SELECT text FROM kept", row => row.GetString(0)));
        Assert.Throws<InvalidCastException>(() => _session.First("SELECT bytes FROM kept", row => row.GetBytes(0)));
    }

    [Fact]
    public void A_number_that_does_not_fit_is_not_cut() =>
        Assert.Throws<OverflowException>(() => Kept("number", 1L << 32, row => row.GetInt32(0)));

    [Fact]
    public void Arguments_have_to_fit_the_statement()
    {
        Assert.Throws<ArgumentException>(() => _session.Execute("INSERT INTO kept (id) VALUES (?1)"));
        Assert.Throws<ArgumentException>(() => _session.Execute("INSERT INTO kept (id) VALUES (?1)", 1, 2));
        Assert.Throws<ArgumentException>(() => _session.Execute("INSERT INTO kept (id) VALUES (?1)", DateTimeOffset.UnixEpoch));
        Assert.Null(_session.Number("SELECT id FROM kept"));
    }

    [Fact]
    public void What_a_statement_changed_is_told_and_what_it_only_read_is_not()
    {
        Assert.Equal(7, _session.Insert("INSERT INTO kept (id) VALUES (?1)", 7));
        Assert.Equal(8, _session.Insert("INSERT INTO kept (text) VALUES (?1)", "eight"));
        Assert.Equal(2, _session.Execute("UPDATE kept SET number = 1"));
        Assert.Equal(0, _session.Execute("SELECT id FROM kept"));
        Assert.Equal(0, _session.Execute("UPDATE kept SET number = 1 WHERE id = 9"));
    }

    [Fact]
    public void A_statement_that_failed_runs_again()
    {
        Action insert = () => _session.Execute("INSERT INTO kept (id) VALUES (?1)", 7);
        insert();

        Assert.Equal(19, Assert.Throws<SqliteException>(insert).SqliteErrorCode);
        _session.Execute("DELETE FROM kept");
        insert();

        Assert.Throws<SqliteException>(() => _session.Execute("SELECT nothing"));
    }

    private T Kept<T>(string column, object? value, Func<SqliteRow, T> read)
    {
        _session.Execute($"INSERT INTO kept ({column}) VALUES (?1)", value);
        return Assert.Single(_session.Rows($"SELECT {column} FROM kept", read));
    }
}
