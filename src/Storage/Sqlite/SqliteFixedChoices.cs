using MultiLine.Storage.Choices;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteFixedChoices(SqliteDatabase database) : IFixedChoices
{
    public Task<string> ChooseAsync(string name, string value, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("choose", "choice"),
            session =>
            {
                session.Execute("INSERT INTO choice (name, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING", name, value);
                return session.First("SELECT value FROM choice WHERE name = ?1", row => row.GetString(0), name)!;
            },
            cancellationToken);
}
