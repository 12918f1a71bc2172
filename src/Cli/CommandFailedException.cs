namespace MultiLine.Cli;

/// <summary>A command that can't be carried out. The message is for the person who typed it.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);
