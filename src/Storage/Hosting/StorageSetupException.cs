namespace MultiLine.Storage.Hosting;

/// <summary>
/// The data directory, the database or a key can't be used as it is found at the start. The message is for whoever starts the program: it names
/// the file, and says what to do.
/// </summary>
public sealed class StorageSetupException : Exception
{
    public StorageSetupException() { }

    public StorageSetupException(string message) : base(message) { }

    public StorageSetupException(string message, Exception? innerException) : base(message, innerException) { }
}
