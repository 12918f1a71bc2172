namespace MultiLine.Grains.Interfaces.SignIn;

/// <summary>One-time links that sign people in. Key: any.</summary>
[Alias("ml.ISignInGrain")]
public interface ISignInGrain : IGrainWithStringKey
{
    /// <summary>Whose link this is, without using it; null if it is unknown, used or expired.</summary>
    [Alias("Peek")]
    Task<SignedInPerson?> Peek(string token);

    /// <summary>Uses the link; only one caller ever gets the person.</summary>
    [Alias("Use")]
    Task<SignedInPerson?> Use(string token);

    /// <summary>Makes a link for somebody, at an administrator's wish.</summary>
    [Alias("Issue")]
    Task<IssueResult> Issue(string organization, string person);
}

/// <summary>What goes into the link, or why there is none.</summary>
/// <param name="Token">The secret: whoever has it signs in, once.</param>
/// <param name="ExpiresAt">Not usable from this time on.</param>
/// <param name="Refusal">Why there is none.</param>
[GenerateSerializer, Immutable, Alias("ml.IssueResult")]
public sealed record IssueResult(
    [property: Id(0)] string? Token, [property: Id(1)] DateTimeOffset ExpiresAt, [property: Id(2)] Refused? Refusal);

[GenerateSerializer, Immutable, Alias("ml.SignedInPerson")]
public sealed record SignedInPerson(
    [property: Id(0)] string Organization, [property: Id(1)] string Person, [property: Id(2)] string Name);
