using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Phones.Calls;

/// <summary>A call of a contact to a business.</summary>
/// <param name="Id">The wacid.</param>
internal sealed record Call(string Id, string NumberId, string Contact, DateTimeOffset At)
{
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The business had blocked the contact and was told nothing of it.</summary>
    public bool Untold { get; init; }
}

internal sealed class CallLog(Database database)
{
    public Call? Find(string id) =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT document FROM calls WHERE id = @id", new { id }) is { } document
                ? Stored.Read<Call>(document)
                : null
        );

    public void Save(Call call) =>
        database.Step(db => db.Execute("REPLACE INTO calls (id, document) VALUES (@Id, @document)", new { call.Id, document = Stored.Write(call) }));
}
