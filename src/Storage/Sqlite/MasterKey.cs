using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MultiLine.Storage.Content;
using MultiLine.Storage.Hosting;

namespace MultiLine.Storage.Sqlite;

/// <summary>
/// The key that wraps the organisations' keys: from the setting <c>Storage:MasterKey</c>, or from <c>master.key</c> beside the
/// database, base64 in one line, which nobody but its owner may read.
/// </summary>
internal static partial class MasterKey
{
    public const string FileName = "master.key";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static bool IsValid(string base64) =>
        Convert.TryFromBase64String(base64, new byte[base64.Length], out var length) && length == AesGcmBox.KeyLength;

    /// <param name="mayCreate">Whether nothing was wrapped yet, so that a missing file may be made.</param>
    /// <exception cref="InvalidOperationException">It is missing, invalid, or readable for others; says what to do.</exception>
    public static byte[] Load(StorageOptions options, bool mayCreate)
    {
        if (options.MasterKey is { } setting)
            return Convert.FromBase64String(setting);

        var path = Path.Combine(options.DataDirectory, FileName);
        if (!File.Exists(path))
        {
            if (!mayCreate)
                throw new InvalidOperationException($"{path} is missing, and the database holds keys that only it can open. Restore it from the backup.");
            Create(path);
        }

        return Read(path);
    }

    private static byte[] Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) | OwnerOnly) != OwnerOnly)
            throw new InvalidOperationException($"{path} may be read by others than its owner. Set its mode to 0600.");
        var text = File.ReadAllText(path).Trim();
        return IsValid(text)
            ? Convert.FromBase64String(text)
            : throw new InvalidOperationException($"{path} does not hold a key of 32 bytes in base64.");
    }

    /// <summary>Another process may do the same: whichever file gets the name first is the key, and it gets it complete.</summary>
    private static void Create(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(draft, options))
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(AesGcmBox.KeyLength)));

        if (!TryName(draft, path))
            File.Delete(draft);

        // The key must outlive a power loss before anything is sealed with it; after the rename, so that the name is on the disk too.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Gives the draft the name, if nothing has it yet.</summary>
    private static bool TryName(string draft, string path)
    {
        // On Unix a move looks whether the name is free and then renames over whatever has come meanwhile; a link can't.
        if (!OperatingSystem.IsWindows() && Link(draft, path) == 0)
        {
            File.Delete(draft);
            return true;
        }

        if (File.Exists(path))
            return false;
        try
        {
            // Windows, and file systems without hard links.
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}
