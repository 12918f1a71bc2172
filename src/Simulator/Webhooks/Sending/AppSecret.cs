using System.Text;
using Dapper;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Webhooks.Sending;

/// <summary>The key of <c>X-Hub-Signature-256</c>: the configured one, until it is reset as in the app dashboard.</summary>
internal sealed class AppSecret(Database database, SimulatorOptions options)
{
    private const string Name = "app";

    public byte[] Key => Encoding.UTF8.GetBytes(Stored ?? options.AppSecret);

    private string? Stored =>
        database.Read(db => db.QuerySingleOrDefault<string>("SELECT value FROM secrets WHERE name = @Name", new { Name }));

    public void Reset(string secret) =>
        database.Step(db => db.Execute("REPLACE INTO secrets (name, value) VALUES (@Name, @secret)", new { Name, secret }));
}
