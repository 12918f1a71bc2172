namespace MultiLine.Silo;

/// <summary>Where the process keeps its files, for those beside the storage that have some too.</summary>
/// <param name="Path">It may not be there before the storage was opened.</param>
public sealed record DataDirectory(string Path);
