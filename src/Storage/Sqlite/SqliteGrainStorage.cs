using System.Globalization;
using MultiLine.Storage.States;
using Orleans.Storage;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// Persistent states as JSON, by state name and grain id. The ETag counts the writes of a state, clearing included, and never goes
/// back. A state class has a constructor without parameters: that is what a grain finds where nothing is stored.
/// </summary>
internal sealed class SqliteGrainStorage(SqliteDatabase database) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await database.ReadAsync(
            new("read", "grain_state"),
            session => session.First(
                "SELECT version, body FROM grain_state WHERE name = ?1 AND grain_id = ?2", ToStored, stateName, grainId.ToString()),
            CancellationToken.None);
        grainState.ETag = stored is null ? null : ToETag(stored.Version);
        grainState.RecordExists = stored?.Body is not null;
        grainState.State = stored?.Body is { } body ? StateJson.Read<T>(body) : Activator.CreateInstance<T>();
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var body = StateJson.Write(grainState.State);
        grainState.ETag = await ReplaceAsync(stateName, grainId, grainState.ETag, body);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.ETag = await ReplaceAsync(stateName, grainId, grainState.ETag, body: null);
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private async Task<string> ReplaceAsync(string stateName, GrainId grainId, string? etag, byte[]? body)
    {
        var id = grainId.ToString();
        var stored = await database.WriteAsync(
            new("replace", "grain_state"),
            session =>
            {
                var version = session.Number("SELECT version FROM grain_state WHERE name = ?1 AND grain_id = ?2", stateName, id);
                if (ToETag(version) == etag)
                {
                    session.Execute(
                        """
                        INSERT INTO grain_state (name, grain_id, version, body) VALUES (?1, ?2, ?3, ?4)
                        ON CONFLICT DO UPDATE SET version = excluded.version, body = excluded.body
                        """,
                        stateName, id, (version ?? 0) + 1, body);
                }

                return version;
            },
            CancellationToken.None);
        if (ToETag(stored) != etag)
            throw new InconsistentStateException($"State {stateName} of {id} was written by another activation.", ToETag(stored), etag);
        return ToETag((stored ?? 0) + 1)!;
    }

    private static string? ToETag(long? version) => version?.ToString(CultureInfo.InvariantCulture);

    private static Stored ToStored(SqliteRow row) => new(row.GetInt64(0), row.IsNull(1) ? null : row.GetBytes(1));

    private sealed record Stored(long Version, byte[]? Body);
}
