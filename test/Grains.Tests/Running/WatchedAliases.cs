using MultiLine.Domain;
using MultiLine.Storage.Contacts;

namespace MultiLine.Grains.Tests.Running;

/// <summary>Where a test steps in right before aliases are claimed, and where they can't be used at all.</summary>
public sealed class WatchedAliases
{
    private Func<Task>? _beforeClaim;

    /// <summary>The disk fails.</summary>
    public bool Fail { get; set; }

    /// <summary>Does something before the next claim.</summary>
    public void BeforeClaim(Func<Task> act) => _beforeClaim = act;

    public IAliasStore Watch(IAliasStore store) => new WatchedStore(store, this);

    private sealed class WatchedStore(IAliasStore store, WatchedAliases watch) : IAliasStore
    {
        public Task<string?> FindAsync(string organization, string alias, CancellationToken cancellationToken = default) =>
            watch.Fail ? throw new StorageUnavailableException("The disk fails.") : store.FindAsync(organization, alias, cancellationToken);

        public async Task<string?> ClaimAsync(
            string organization, IReadOnlyCollection<string> aliases, string contact, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Exchange(ref watch._beforeClaim, null) is { } act)
            {
                await act();
            }

            return await store.ClaimAsync(organization, aliases, contact, cancellationToken);
        }

        public Task<string?> MoveAsync(string organization, string alias, string from, string to, CancellationToken cancellationToken = default) =>
            store.MoveAsync(organization, alias, from, to, cancellationToken);

        public Task ReleaseAsync(string organization, string alias, string contact, CancellationToken cancellationToken = default) =>
            store.ReleaseAsync(organization, alias, contact, cancellationToken);
    }
}
