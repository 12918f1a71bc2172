using Microsoft.Extensions.DependencyInjection;

namespace MultiLine.Storage.Tests.Contracts;

/// <summary>What every port's contract suite starts from: an empty storage of the kind under test.</summary>
public abstract class StorageContract : IAsyncLifetime
{
    private StorageUnderTest? _storage;

    protected StorageUnderTest Storage => _storage!;

    public Task InitializeAsync()
    {
        _storage = CreateStorage();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Storage.DisposeAsync();

    protected abstract StorageUnderTest CreateStorage();

    protected T Port<T>() where T : notnull => Storage.Port<T>();
}

/// <summary>A storage of some kind, with its ports as services.</summary>
public abstract class StorageUnderTest : IAsyncDisposable
{
    public abstract IServiceProvider Services { get; }

    public T Port<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Closes the storage and opens it again on the same data; services asked for before are of no use after.</summary>
    public abstract Task ReopenAsync();

    public abstract ValueTask DisposeAsync();
}
