using System.Runtime.InteropServices;

namespace MultiLine.Storage.Sqlite;

/// <summary>A file with a secret in text, which nobody but its owner may read.</summary>
internal static partial class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="InvalidOperationException">Others may read it; says what to do.</exception>
    public static string Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) | OwnerOnly) != OwnerOnly)
            throw new InvalidOperationException($"{path} may be read by others than its owner. Set its mode to 0600.");
        return File.ReadAllText(path).Trim();
    }

    /// <summary>Another process may do the same: whichever file gets the name first is the key, and it gets it complete.</summary>
    public static void Create(string path, string secret)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(draft, options))
            writer.WriteLine(secret);

        if (!TryName(draft, path))
            File.Delete(draft);

        // The key must outlive a power loss before anything depends on it; after the rename, so that the name is on the disk too.
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
