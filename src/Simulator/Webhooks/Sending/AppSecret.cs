using System.Text;
using Dapper;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Webhooks.Sending;

/// <summary>
/// The key of <c>X-Hub-Signature-256</c> and a part of the app access token: the configured one, until it is reset as in the app dashboard.
/// </summary>
internal sealed class AppSecret(Database database, SimulatorOptions options)
{
    private const string Name = "app";

    public string Text =>
        database.Read(db => db.QuerySingleOrDefault<string>("SELECT value FROM secrets WHERE name = @Name", new { Name })) ?? options.AppSecret;

    public byte[] Key => Encoding.UTF8.GetBytes(Text);

    public void Reset(string secret) =>
        database.Step(db => db.Execute("REPLACE INTO secrets (name, value) VALUES (@Name, @secret)", new { Name, secret }));
}
