using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MultiLine.Storage.Content;
using MultiLine.Storage.Hosting;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// The organisations' keys, random, stored under the master key as format byte (1), nonce, encrypted key, tag; the tag covers the
/// format, whose key it is and its id too. Opened keys stay in memory.
/// </summary>
internal sealed class SqliteKeyRing(SqliteDatabase database, IOptions<StorageOptions> options, TimeProvider time) : IKeyRing
{
    private const byte Format = 1;

    /// <summary>Of the keys in the database, to see whether the master key is theirs.</summary>
    private const int KeysTried = 10;

    private const int WrappedLength = 1 + AesGcmBox.Overhead + AesGcmBox.KeyLength;

    /// <summary>The <c>multiline</c> command may make a new key beside the running system, so which one is the newest is believed for a while only.</summary>
    private static readonly TimeSpan BelievedFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (OrganizationKey Key, long ReadAt)> _current = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Organization, int Id), OrganizationKey> _opened = [];
    private byte[]? _masterKey;

    public async Task<OrganizationKey> CurrentAsync(string organization, CancellationToken cancellationToken = default)
    {
        var now = time.GetTimestamp();
        if (_current.TryGetValue(organization, out var current) && time.GetElapsedTime(current.ReadAt, now) < BelievedFor)
            return current.Key;

        var masterKey = await MasterKeyAsync(cancellationToken);
        var stored = await database.ReadAsync(new("find_newest", "organization_key"), session => FindNewest(session, organization), cancellationToken)
            ?? await AddAsync(masterKey, organization, newest => newest, cancellationToken);
        return Remember(organization, Unwrap(masterKey, organization, stored), now);
    }

    public async Task<OrganizationKey?> FindAsync(string organization, int keyId, CancellationToken cancellationToken = default)
    {
        if (_opened.TryGetValue((organization, keyId), out var opened))
            return opened;

        var stored = await database.ReadAsync(
            new("find", "organization_key"),
            session => session.First(
                "SELECT id, wrapped FROM organization_key WHERE organization = ?1 AND id = ?2", ToWrappedKey, organization, keyId),
            cancellationToken);
        if (stored is null)
            return null;
        return _opened[(organization, keyId)] = Unwrap(await MasterKeyAsync(cancellationToken), organization, stored);
    }

    public async Task<OrganizationKey> RotateAsync(string organization, CancellationToken cancellationToken = default)
    {
        var masterKey = await MasterKeyAsync(cancellationToken);
        var stored = await AddAsync(masterKey, organization, newest => null, cancellationToken);
        return Remember(organization, Unwrap(masterKey, organization, stored), time.GetTimestamp());
    }

    /// <summary>Loads the master key, if it isn't loaded yet; the errors of a wrong set-up come from here.</summary>
    /// <exception cref="StorageSetupException">It is missing or invalid, or opens none of the keys.</exception>
    public async Task<byte[]> MasterKeyAsync(CancellationToken cancellationToken)
    {
        if (_masterKey is not null)
            return _masterKey;
        var wrapped = await database.ReadAsync(
            new("any", "organization_key"),
            session => session.Rows(
                "SELECT id, wrapped, organization FROM organization_key LIMIT ?1",
                row => (Organization: row.GetString(2), Key: ToWrappedKey(row)),
                KeysTried),
            cancellationToken);
        var masterKey = await Task.Run(() => MasterKey.Load(options.Value, mayCreate: wrapped.Count == 0), cancellationToken);
        // One row that was changed does not tell that the key is another one; all of them do.
        if (wrapped.Count > 0 && !wrapped.Exists(stored => Opens(masterKey, stored.Organization, stored.Key)))
        {
            throw new StorageSetupException(
                $"{MasterKey.Source(options.Value)} opens none of the organisations' keys in {SqliteDatabase.FileName}: it is not the key under which they were stored, or they were changed. Restore from the backup what belongs together.");
        }

        return _masterKey = masterKey;
    }

    private static bool Opens(byte[] masterKey, string organization, WrappedKey stored)
    {
        try
        {
            Unwrap(masterKey, organization, stored);
            return true;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }

    private OrganizationKey Remember(string organization, OrganizationKey key, long readAt)
    {
        _current[organization] = (key, readAt);
        return key;
    }

    /// <param name="masterKey">Wraps it.</param>
    /// <param name="organization">Whose.</param>
    /// <param name="settledBy">The key that makes another one unnecessary, given the newest: of many who find none, one adds a key and all get that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private Task<WrappedKey> AddAsync(
        byte[] masterKey, string organization, Func<WrappedKey, WrappedKey?> settledBy, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(AesGcmBox.KeyLength);
        return database.WriteAsync(
            new("add", "organization_key"),
            session =>
            {
                var newest = FindNewest(session, organization);
                if (newest is not null && settledBy(newest) is { } settled)
                    return settled;
                var added = Wrap(masterKey, organization, new OrganizationKey((newest?.Id ?? 0) + 1, key));
                session.Execute(
                    "INSERT INTO organization_key (organization, id, wrapped) VALUES (?1, ?2, ?3)", organization, added.Id, added.Wrapped);
                return added;
            },
            cancellationToken);
    }

    private static WrappedKey? FindNewest(SqliteSession session, string organization) =>
        session.First(
            "SELECT id, wrapped FROM organization_key WHERE organization = ?1 ORDER BY id DESC LIMIT 1", ToWrappedKey, organization);

    private static WrappedKey Wrap(byte[] masterKey, string organization, OrganizationKey key)
    {
        var wrapped = new byte[WrappedLength];
        wrapped[0] = Format;
        AesGcmBox.Close(masterKey, key.Key.Span, Authenticated(organization, key.Id), wrapped.AsSpan(1));
        return new WrappedKey(key.Id, wrapped);
    }

    private static OrganizationKey Unwrap(byte[] masterKey, string organization, WrappedKey stored)
    {
        if (stored.Wrapped.Length != WrappedLength || stored.Wrapped[0] != Format)
            throw new SealBrokenException($"Key {stored.Id} of {organization} is cut off or of an unknown format.");
        var key = new byte[AesGcmBox.KeyLength];
        try
        {
            AesGcmBox.Open(masterKey, stored.Wrapped.AsSpan(1), Authenticated(organization, stored.Id), key);
            return new OrganizationKey(stored.Id, key);
        }
        catch (AuthenticationTagMismatchException broken)
        {
            throw new SealBrokenException($"Key {stored.Id} of {organization} does not open: the master key is another one, or the row was changed.", broken);
        }
    }

    private static byte[] Authenticated(string organization, int id) =>
        [Format, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"organization-key/{organization}/{id}"))];

    private static WrappedKey ToWrappedKey(SqliteRow row) => new(row.GetInt32(0), row.GetBytes(1));

    private sealed record WrappedKey(int Id, byte[] Wrapped);
}
