using MultiLine.Storage.Hosting;

namespace MultiLine.Storage.Sqlite;

/// <summary>The directory that holds all data of a deployment without services beside it. For its owner's eyes only.</summary>
internal static class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="StorageSetupException">It is missing and can't be made.</exception>
    public static void Ensure(string path)
    {
        try
        {
            EnsureFolder(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageSetupException(
                $"The data directory {path} can't be made: {refused.Message} Let Storage:DataDirectory name a directory that the user of this program may write to.",
                refused);
        }
    }

    /// <summary>The directory, or one in it.</summary>
    public static void EnsureFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
    }
}
