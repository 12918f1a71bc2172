using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.Log;
using MultiLine.Storage.Organizations;

namespace MultiLine.Storage.Sqlite;

internal sealed class SqliteOrganizationStore(SqliteDatabase database) : IOrganizationStore
{
    public Task<StoredOrganization?> FindAsync(string organization, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            new("find", "organization"),
            session => session.First(
                "SELECT body, version FROM organization WHERE id = ?1",
                row => new StoredOrganization(OrganizationFormat.Read(row.GetBytes(0)), row.GetInt64(1)),
                organization),
            cancellationToken);

    public Task<SaveOrganizationResult> SaveAsync(
        Organization organization, long expectedVersion, AppendRequest? act = null, CancellationToken cancellationToken = default)
    {
        act?.EnsureConsistent();
        var body = OrganizationFormat.Write(organization);
        List<(Line Line, LineNumber Number)> numbers = [.. organization.Lines.SelectMany(line => line.Numbers.Select(number => (line, number)))];
        return database.WriteAsync(
            new("save", "organization"),
            session =>
            {
                if ((session.Number("SELECT version FROM organization WHERE id = ?1", organization.Id) ?? 0) != expectedVersion)
                    return SaveOrganizationResult.VersionConflict;
                if (IsAnythingTaken(session, organization, numbers))
                    return SaveOrganizationResult.NumberTaken;
                if (act is not null && AppendStep.Run(session, act) is not AppendResult.Appended)
                    return SaveOrganizationResult.VersionConflict;
                Replace(session, organization, expectedVersion + 1, body, numbers);
                return SaveOrganizationResult.Saved;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            new("list", "organization"),
            session => session.Rows("SELECT id FROM organization ORDER BY id", row => row.GetString(0)),
            cancellationToken);

    public Task<NumberOwner?> FindNumberAsync(Channel channel, string number, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("find", "number"), session => OwnerOf(session, channel, number), cancellationToken);

    public Task<string?> FindWhatsAppAccountAsync(string account, CancellationToken cancellationToken = default) =>
        database.ReadAsync(new("find", "whatsapp_account"), session => OwnerOf(session, account), cancellationToken);

    private static bool IsAnythingTaken(SqliteSession session, Organization organization, List<(Line Line, LineNumber Number)> numbers) =>
        numbers.DistinctBy(owned => (owned.Number.Channel, owned.Number.Id)).Count() < numbers.Count
        || numbers.Exists(owned =>
            OwnerOf(session, owned.Number.Channel, owned.Number.Id) is { } owner && owner.Organization != organization.Id)
        || (organization.WhatsAppAccount is { } account
            && OwnerOf(session, account) is { } accountOwner && accountOwner != organization.Id);

    private static void Replace(
        SqliteSession session, Organization organization, long version, byte[] body, List<(Line Line, LineNumber Number)> numbers)
    {
        session.Execute(
            """
            INSERT INTO organization (id, version, body) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET version = excluded.version, body = excluded.body
            """,
            organization.Id, version, body);
        session.Execute("DELETE FROM number WHERE organization = ?1", organization.Id);
        session.Execute("DELETE FROM whatsapp_account WHERE organization = ?1", organization.Id);
        foreach (var (line, number) in numbers)
        {
            session.Execute(
                "INSERT INTO number (channel, number, organization, line) VALUES (?1, ?2, ?3, ?4)",
                number.Channel.Name(), number.Id, organization.Id, line.Id);
        }

        if (organization.WhatsAppAccount is { } account)
            session.Execute("INSERT INTO whatsapp_account (account, organization) VALUES (?1, ?2)", account, organization.Id);
    }

    private static NumberOwner? OwnerOf(SqliteSession session, Channel channel, string number) =>
        session.First(
            "SELECT organization, line FROM number WHERE channel = ?1 AND number = ?2",
            row => new NumberOwner(row.GetString(0), row.GetString(1)),
            channel.Name(), number);

    private static string? OwnerOf(SqliteSession session, string account) =>
        session.First("SELECT organization FROM whatsapp_account WHERE account = ?1", row => row.GetString(0), account);
}
