using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;
using MultiLine.Grains.Interfaces.SignIn;

namespace MultiLine.Api.Sessions;

/// <summary>Makes the tokens that the bearer scheme accepts.</summary>
internal sealed class AccessTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
{
    public IssuedToken Issue(SignedInPerson person)
    {
        var bearer = options.Get(BearerTokenDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(
            SessionIdentity.Of(person, BearerTokenDefaults.AuthenticationScheme),
            new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + bearer.BearerTokenExpiration },
            BearerTokenDefaults.AuthenticationScheme);
        return new IssuedToken(bearer.BearerTokenProtector.Protect(ticket), "Bearer", (long)bearer.BearerTokenExpiration.TotalSeconds);
    }
}

/// <summary>A token for programs (<see href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</see>).</summary>
/// <param name="AccessToken">Goes into the header <c>Authorization: Bearer …</c>.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record IssuedToken(string AccessToken, string TokenType, long ExpiresIn);
