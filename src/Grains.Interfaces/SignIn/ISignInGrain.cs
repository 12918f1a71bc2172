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
}

[GenerateSerializer, Immutable, Alias("ml.SignedInPerson")]
public sealed record SignedInPerson(
    [property: Id(0)] string Organization, [property: Id(1)] string Person, [property: Id(2)] string Name);
