namespace MultiLine.Domain.Consent;

public enum ConsentAnswer
{
    /// <summary>Neither yes nor no.</summary>
    None,
    Yes,
    No,

    /// <summary>Like no, and the contact is told that it was understood.</summary>
    Stop,
}
