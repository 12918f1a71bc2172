using System.Collections.Concurrent;
using System.Text.Json;
using Orleans.Storage;

namespace MultiLine.Embedded.Tests.Host;

/// <summary>Grain states in memory, as JSON, under ETags that count.</summary>
public sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string State, GrainId Grain), (string Json, string ETag)> _rows = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _rows.TryGetValue((stateName, grainId), out var row);
        grainState.ETag = row.ETag;
        grainState.State = grainState.RecordExists ? JsonSerializer.Deserialize<T>(row.Json) : Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var etag = int.Parse(grainState.ETag ?? "0", System.Globalization.CultureInfo.InvariantCulture) + 1;
        var written = (JsonSerializer.Serialize(grainState.State), $"{etag}");
        _rows.AddOrUpdate((stateName, grainId), _ => Expect(null, written), (_, stored) => Expect(stored.ETag, written));
        grainState.ETag = written.Item2;
        grainState.RecordExists = true;
        return Task.CompletedTask;

        (string, string) Expect(string? stored, (string, string) row) => stored == grainState.ETag
            ? row
            : throw new InconsistentStateException("Somebody else was first.", stored, grainState.ETag);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _rows.TryRemove((stateName, grainId), out _);
        (grainState.ETag, grainState.RecordExists, grainState.State) = (null, false, Activator.CreateInstance<T>());
        return Task.CompletedTask;
    }

    /// <summary>Writes behind the back of the grains.</summary>
    public void Overwrite<T>(string stateName, GrainId grainId, T state) =>
        _rows[(stateName, grainId)] = (JsonSerializer.Serialize(state), "1000");
}
