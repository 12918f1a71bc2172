using System.Runtime.InteropServices;
using MultiLine.Storage.Hosting;

namespace MultiLine.Storage.Sqlite;

/// <summary>A file with a secret in text, which nobody but its owner may read.</summary>
internal static partial class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="StorageSetupException">Others may read it, or this program may not; says what to do.</exception>
    public static string Read(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) | OwnerOnly) != OwnerOnly)
                throw new StorageSetupException($"{path} may be read by others than its owner. Set its mode to 0600.");
            return File.ReadAllText(path).Trim();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageSetupException($"{path} can't be read: {refused.Message} Let the user that runs this program own it.", refused);
        }
    }

    /// <summary>Another process may do the same: whichever file gets the name first is the key, and it gets it complete.</summary>
    /// <exception cref="StorageSetupException">It can't be written; says what to do.</exception>
    public static void Create(string path, string secret)
    {
        try
        {
            Write(path, secret);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageSetupException(
                $"{path} can't be written: {refused.Message} Let the directory have room, and the user that runs this program own it.", refused);
        }
    }

    private static void Write(string path, string secret)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            using (var writer = new StreamWriter(draft, options))
                writer.WriteLine(secret);
            TryName(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }

        // The key must outlive a power loss before anything depends on it; after the rename, so that the name is on the disk too.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Gives the draft the name, if nothing has it yet.</summary>
    private static void TryName(string draft, string path)
    {
        // On Unix a move looks whether the name is free and then renames over whatever has come meanwhile; a link can't.
        if ((!OperatingSystem.IsWindows() && Link(draft, path) == 0) || File.Exists(path))
            return;
        try
        {
            // Windows, and file systems without hard links.
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first.
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}
