using System.Runtime.InteropServices;

namespace MultiLine.Load.Filled;

/// <summary>Has the kernel forget what it holds of files in memory.</summary>
internal static class PageCache
{
    private const int DontNeed = 4;

    /// <exception cref="IOException">The kernel does not forget on request.</exception>
    public static void Forget(string directory)
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*.db*"))
        {
            using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            // What is not on the disk yet can't be forgotten.
            file.Flush(flushToDisk: true);
            if (Advise((int)file.SafeFileHandle.DangerousGetHandle(), 0, 0, DontNeed) is var error and not 0)
            {
                throw new IOException($"The pages of {path} stay in memory: error {error}.");
            }
        }
    }

    [DllImport("libc", EntryPoint = "posix_fadvise"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(int file, long offset, long length, int advice);
}
