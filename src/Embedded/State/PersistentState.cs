using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Embedded.Activations;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace MultiLine.Embedded.State;

/// <summary>A state that is read before the grain is activated.</summary>
internal interface ILoadedState
{
    Task ReadStateAsync();
}

/// <summary>A state of one activation in its store.</summary>
internal sealed class PersistentState<T>(Activation activation, PersistentStateAttribute name) : IPersistentState<T>, ILoadedState
{
    private readonly IGrainStorage _storage = StorageNamed(activation, name.StorageName);
    private readonly GrainState<T> _state = new(Empty());

    public T State
    {
        get => _state.State!;
        set => _state.State = value;
    }

    public string? Etag => _state.ETag;

    public bool RecordExists => _state.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        await _storage.ReadStateAsync(name.StateName, activation.GrainId, _state, cancellationToken);
        _state.State ??= Empty();
    }

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        _storage.WriteStateAsync(name.StateName, activation.GrainId, _state, cancellationToken);

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        await _storage.ClearStateAsync(name.StateName, activation.GrainId, _state, cancellationToken);
        _state.State ??= Empty();
    }

    private static IGrainStorage StorageNamed(Activation activation, string? name) =>
        (name is null
            ? activation.ActivationServices.GetService<IGrainStorage>()
            : activation.ActivationServices.GetKeyedService<IGrainStorage>(name))
        ?? throw new InvalidOperationException(
            $"{activation.GrainId} keeps a state in the store '{name ?? "(default)"}', and no IGrainStorage is registered under that name.");

    /// <summary>What a grain finds where nothing is stored yet.</summary>
    private static T Empty() =>
        typeof(T).IsValueType ? default!
        : typeof(T).GetConstructor(Type.EmptyTypes) is not null ? Activator.CreateInstance<T>()
        : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
}
