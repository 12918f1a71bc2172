namespace MultiLine.Walkthrough.Expectations;

/// <summary>Something else was seen than the story tells.</summary>
internal sealed class DiffersException(string message) : Exception(message);
