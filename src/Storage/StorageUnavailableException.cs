namespace MultiLine.Storage;

/// <summary>
/// The storage can't take or give anything just now: the disk is full or failing, the database is held by another process or
/// closed. Nothing of the refused step is stored, and the same step may be tried again; the API answers 503.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException() { }

    public StorageUnavailableException(string message) : base(message) { }

    public StorageUnavailableException(string message, Exception? innerException) : base(message, innerException) { }
}
