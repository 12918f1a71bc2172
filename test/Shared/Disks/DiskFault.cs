namespace MultiLine.Tests.Shared.Disks;

/// <summary>How a disk can fail an operation.</summary>
public enum DiskFault
{
    /// <summary>A write fails, and nothing of it is written.</summary>
    WriteError,

    /// <summary>A write is cut off in its middle.</summary>
    ShortWrite,

    /// <summary>There is no room for a write.</summary>
    Full,

    /// <summary>An fsync fails. What was written since the last one stays readable and never reaches the platter, as on Linux.</summary>
    SyncError,

    /// <summary>A read fails.</summary>
    ReadError,
}
