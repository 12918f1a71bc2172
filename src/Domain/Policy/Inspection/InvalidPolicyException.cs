namespace MultiLine.Domain.Policy.Inspection;

/// <summary>A policy can't be carried out: it was not checked before it was put in force, or this release can do less than the one that wrote it.</summary>
public sealed class InvalidPolicyException : Exception
{
    public InvalidPolicyException() { }

    public InvalidPolicyException(string message) : base(message) { }

    public InvalidPolicyException(string message, Exception? innerException) : base(message, innerException) { }
}
