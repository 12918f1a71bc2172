namespace MultiLine.Storage.SignIn;

/// <summary>One-time links that sign a person in. Only the hash of a link's token is stored.</summary>
public interface ISignInLinks
{
    Task AddAsync(SignInLink link, CancellationToken cancellationToken = default);

    /// <summary>Whose link this is, without using it; null if unknown, used or expired.</summary>
    Task<SignInLink?> PeekAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Uses the link: only one caller ever gets it. Null if unknown, used or expired.</summary>
    Task<SignInLink?> UseAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken = default);
}

/// <param name="TokenHash">SHA-256 of the token, lower-case hex.</param>
/// <param name="Organization">The person's organisation.</param>
/// <param name="User">The person.</param>
/// <param name="ExpiresAt">Not usable from this time on.</param>
public sealed record SignInLink(string TokenHash, string Organization, string User, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a link is good for where nothing else is said.</summary>
    public static readonly TimeSpan DefaultValidity = TimeSpan.FromMinutes(15);
}
