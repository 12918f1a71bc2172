using System.Data;
using Microsoft.Data.Sqlite;

namespace MultiLine.Simulator.State;

/// <summary>A connection that parses a statement once and keeps it for the next time. For one thread at a time.</summary>
/// <remarks>
/// Microsoft.Data.Sqlite keeps a prepared statement for as long as its command, and Dapper makes a command for each call.
/// <see href="https://github.com/dotnet/efcore/issues/14044"/>, <see href="https://github.com/DapperLib/Dapper/issues/474"/>
/// </remarks>
internal sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>How many statements are kept: more than are written in this program, so that only composed ones can get there.</summary>
    internal const int Capacity = 200;

    /// <summary>Commands that nobody uses just now, by their text.</summary>
    private readonly Dictionary<string, SqliteCommand> kept = [];

    internal int Kept => kept.Count;

    /// <summary>How often a statement was parsed.</summary>
    internal int Parsed { get; private set; }

    /// <summary>Also called for the statements that begin and end a transaction.</summary>
    public override SqliteCommand CreateCommand() => new Command(this) { Transaction = Transaction };

    private SqliteCommand Take(string text)
    {
        if (kept.Remove(text, out var prepared))
            return prepared;

        Parsed++;
        return new SqliteCommand(text, this);
    }

    private void Return(SqliteCommand prepared)
    {
        // SQLite holds its own copy of what was bound until something else is: too much where that is a file.
        var isLarge = prepared.Parameters.Cast<SqliteParameter>().Any(parameter => parameter.Value is byte[]);
        prepared.Parameters.Clear();
        if (kept.Count == Capacity)
            Forget();
        if (isLarge || !kept.TryAdd(prepared.CommandText, prepared))
            prepared.Dispose();
    }

    private void Forget()
    {
        foreach (var prepared in kept.Values)
            prepared.Dispose();
        kept.Clear();
    }

    /// <summary>Stands for one that is kept, which is known when there is a text.</summary>
    private sealed class Command : SqliteCommand
    {
        private readonly PreparedConnection connection;
        private SqliteCommand? prepared;
        private SqliteDataReader? reader;

        public Command(PreparedConnection connection)
        {
            this.connection = connection;
            Connection = connection;
        }

        /// <summary>Every way to execute a command leads here.</summary>
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            Return();
            prepared = connection.Take(CommandText);
            prepared.Transaction = Transaction;
            prepared.CommandTimeout = CommandTimeout;
            foreach (SqliteParameter parameter in Parameters)
                prepared.Parameters.Add(parameter);
            return reader = prepared.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                reader?.Dispose();
                Return();
            }

            base.Dispose(disposing);
        }

        private void Return()
        {
            if (prepared is not null)
                connection.Return(prepared);
            prepared = null;
        }
    }
}
