using MultiLine.Storage.SignIn;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteSignInLinks(SqliteDatabase database) : ISignInLinks
{
    public Task AddAsync(SignInLink link, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("add", "sign_in_link"),
            session => session.Execute(
                "INSERT INTO sign_in_link (token_hash, organization, user, expires_at) VALUES (?1, ?2, ?3, ?4)",
                link.TokenHash, link.Organization, link.User, link.ExpiresAt.ToUnixMicroseconds()),
            cancellationToken);

    public Task<SignInLink?> PeekAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("peek", "sign_in_link"),
            session => session.First(
                """
                SELECT token_hash, organization, user, expires_at FROM sign_in_link
                WHERE token_hash = ?1 AND used_at IS NULL AND expires_at > ?2
                """,
                ToLink, tokenHash, now.ToUnixMicroseconds()),
            cancellationToken);

    public Task<SignInLink?> UseAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            new("use", "sign_in_link"),
            session => session.First(
                """
                UPDATE sign_in_link SET used_at = ?2
                WHERE token_hash = ?1 AND used_at IS NULL AND expires_at > ?2
                RETURNING token_hash, organization, user, expires_at
                """,
                ToLink, tokenHash, now.ToUnixMicroseconds()),
            cancellationToken);

    private static SignInLink ToLink(SqliteRow row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetTime(3));
}
