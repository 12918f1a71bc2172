using MultiLine.Storage.SignIn;

namespace MultiLine.Cli.SignIn;

/// <summary>Makes the links with which people sign in. What is in a link is nowhere but in the link; its hash is stored.</summary>
internal sealed class OneTimeLinks(ISignInLinks links, TimeProvider time)
{
    /// <param name="server">The address before <c>/sign-in</c>.</param>
    /// <param name="organization">The person's organisation.</param>
    /// <param name="person">Who signs in.</param>
    /// <param name="validFor">Counted from now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Uri> IssueAsync(Uri server, string organization, string person, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var token = await IssueTokenAsync(organization, person, validFor, cancellationToken);
        return new Uri($"{server.GetLeftPart(UriPartial.Path).TrimEnd('/')}/sign-in?token={token}");
    }

    /// <summary>For a program that signs in.</summary>
    public async Task<string> IssueTokenAsync(string organization, string person, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var token = SignInToken.New();
        await links.AddAsync(new SignInLink(SignInToken.Hash(token), organization, person, time.GetUtcNow() + validFor), cancellationToken);
        return token;
    }
}
