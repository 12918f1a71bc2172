namespace MultiLine.Grains.Media;

/// <summary>How much of the disk of this silo files may take that are just being read.</summary>
public sealed class MediaRoom
{
    /// <summary>The largest file that is fetched, in bytes: what Meta takes of documents, the largest kind.</summary>
    public const long LargestFile = 100L * 1024 * 1024;

    /// <summary>For all files together, in bytes.</summary>
    public const long Whole = 2L * 1024 * 1024 * 1024;

    private long _taken;

    /// <summary>False where there is none left.</summary>
    /// <param name="bytes">To be given back.</param>
    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= Whole)
        {
            return true;
        }

        GiveBack(bytes);
        return false;
    }

    public void GiveBack(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
