using Dapper;
using MultiLine.Simulator.Businesses.Coexistence;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Businesses;

/// <summary>The contacts that a business number has blocked: neither can write to the other.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users"/></remarks>
internal sealed class BlockList(Database database)
{
    public bool Has(string numberId, string contact) =>
        database.Read(db =>
            db.ExecuteScalar<bool>(
                "SELECT EXISTS (SELECT 1 FROM blocks WHERE number_id = @numberId AND contact = @contact)",
                new { numberId, contact }
            )
        );

    public IReadOnlyList<string> Of(string numberId) =>
        database.Read(db =>
            db.Query<string>("SELECT contact FROM blocks WHERE number_id = @numberId ORDER BY contact", new { numberId }).AsList()
        );

    public void Add(string numberId, string contact) =>
        database.Step(db => db.Execute("INSERT OR IGNORE INTO blocks (number_id, contact) VALUES (@numberId, @contact)", new { numberId, contact }));

    public void Remove(string numberId, string contact) =>
        database.Step(db => db.Execute("DELETE FROM blocks WHERE number_id = @numberId AND contact = @contact", new { numberId, contact }));
}

internal static class BusinessesRegistration
{
    public static IServiceCollection AddBusinesses(this IServiceCollection services) =>
        services
            .AddSingleton<NumberStates>()
            .AddSingleton<NumberNotices>()
            .AddSingleton<AccountStates>()
            .AddSingleton<AccountNotices>()
            .AddSingleton<BlockList>()
            .AddSingleton<BusinessApp>();
}
