namespace MultiLine.Domain;

/// <summary>
/// The storage can't take or give anything just now: the disk is full or failing, the database is held by another process or
/// closed. A refused step is never stored by half, and may be tried again; the API answers 503. It is not stored at all, unless the
/// fsync of its commit itself failed, which tells nothing for certain: then its version and its claims answer whoever tries again.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException() { }

    public StorageUnavailableException(string message) : base(message) { }

    public StorageUnavailableException(string message, Exception? innerException) : base(message, innerException) { }
}
