using System.Security.Cryptography;
using MultiLine.Storage.Content;
using MultiLine.Storage.Hosting;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// The key that wraps the organisations' keys: from the setting <c>Storage:MasterKey</c>, or from <c>master.key</c> beside the
/// database, base64 in one line, which nobody but its owner may read.
/// </summary>
internal static class MasterKey
{
    public const string FileName = "master.key";

    /// <summary>Where it comes from, for people.</summary>
    public static string Source(StorageOptions options) =>
        options.MasterKey is null ? Path.Combine(options.DataDirectory, FileName) : $"The setting {StorageOptions.Section}:{nameof(StorageOptions.MasterKey)}";

    public static bool IsValid(string base64) =>
        Convert.TryFromBase64String(base64, new byte[base64.Length], out var length) && length == AesGcmBox.KeyLength;

    /// <param name="mayCreate">Whether nothing was wrapped yet, so that a missing file may be made.</param>
    /// <exception cref="StorageSetupException">It is missing, invalid, or readable for others; says what to do.</exception>
    public static byte[] Load(StorageOptions options, bool mayCreate)
    {
        if (options.MasterKey is { } setting)
            return Convert.FromBase64String(setting);

        var path = Path.Combine(options.DataDirectory, FileName);
        if (!File.Exists(path))
        {
            if (!mayCreate)
                throw new StorageSetupException($"{path} is missing, and the database holds keys that only it can open. Restore it from the backup.");
            KeyFile.Create(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(AesGcmBox.KeyLength)));
        }

        return Read(path);
    }

    private static byte[] Read(string path)
    {
        var text = KeyFile.Read(path);
        return IsValid(text)
            ? Convert.FromBase64String(text)
            : throw new StorageSetupException($"{path} does not hold a key of 32 bytes in base64. Restore it from the backup.");
    }
}
