using System.ComponentModel;
using System.Diagnostics;

namespace MultiLine.Api.Tests.Starting;

/// <summary>A test that mounts a disk for one process.</summary>
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly string? s_missingBecause = Missing();

    public MountFactAttribute() => Skip = s_missingBecause;

    private static string? Missing()
    {
        try
        {
            using var unshare = Process.Start(new ProcessStartInfo(
                "unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs none /mnt"]) { RedirectStandardError = true, UseShellExecute = false })!;
            unshare.WaitForExit();
            return unshare.ExitCode == 0 ? null : "needs a system that lets a process mount a disk for itself";
        }
        catch (Win32Exception)
        {
            return "needs unshare on the PATH";
        }
    }
}
