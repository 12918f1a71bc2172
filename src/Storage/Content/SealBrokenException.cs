namespace MultiLine.Storage.Content;

/// <summary>
/// A sealed record does not open: it was changed, cut, put in another record's place, or sealed under another key. What was in it
/// is not to be shown or guessed.
/// </summary>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException() { }

    public SealBrokenException(string message) : base(message) { }

    public SealBrokenException(string message, Exception? innerException) : base(message, innerException) { }
}
