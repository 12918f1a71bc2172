namespace MultiLine.Grains.Interfaces.SignIn;

/// <summary>
/// The keys under which the servers protect cookies and access tokens: shared, so that who has signed in at one is signed in at each. Key:
/// <see cref="GrainKeys.SystemOrganization"/>.
/// </summary>
[Alias("ml.ISessionKeysGrain")]
public interface ISessionKeysGrain : IGrainWithStringKey
{
    /// <summary>Every key that was ever added, in the framework's own XML.</summary>
    [Alias("Read")]
    Task<IReadOnlyList<string>> Read();

    /// <summary>Keeps a key, sealed. Keeping one of the same name again changes nothing.</summary>
    [Alias("Keep")]
    Task Keep(string name, string xml);
}
