using System.Collections.Concurrent;
using System.Security.Cryptography;
using MultiLine.Storage.Content;

namespace MultiLine.Storage.Search;

/// <summary>The organisations' search keys: random, made on first use, sealed like content. Opened keys stay in memory.</summary>
public sealed class SearchKeys(ISearchIndex index, ContentSealer sealer)
{
    private readonly ConcurrentDictionary<string, SearchTokens> _opened = new(StringComparer.Ordinal);

    /// <exception cref="SealBrokenException">The stored key is not what was sealed.</exception>
    public async Task<SearchTokens> OfAsync(string organization, CancellationToken cancellationToken = default)
    {
        if (_opened.TryGetValue(organization, out var opened))
            return opened;

        var context = SealingContext.SearchKey(organization);
        var stored = await index.FindKeyAsync(organization, cancellationToken) ?? await index.KeepKeyAsync(
            organization,
            await sealer.SealAsync(organization, context, RandomNumberGenerator.GetBytes(SearchTokens.KeyLength), cancellationToken),
            cancellationToken);
        return _opened[organization] = new SearchTokens(await sealer.OpenAsync(organization, context, stored, cancellationToken));
    }
}
