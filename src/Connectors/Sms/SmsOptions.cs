using System.ComponentModel.DataAnnotations;

namespace MultiLine.Connectors.Sms;

/// <summary>
/// How to reach the SMS provider, by Twilio's convention, and how it reaches us. Configuration section <c>Sms</c>; where none of its
/// account, tokens and address of ours is given, SMS is off.
/// </summary>
public sealed class SmsOptions : IValidatableObject
{
    public const string Section = "Sms";

    /// <summary>Twilio, or the simulator. Default <c>https://api.twilio.com/</c>.</summary>
    [Required(ErrorMessage = "Sms:BaseAddress is missing: the address of the provider's API.")]
    public Uri? BaseAddress { get; set; } = new("https://api.twilio.com/");

    /// <summary>The account, for example <c>AC…</c>.</summary>
    [RegularExpression("^[A-Za-z0-9]{1,64}$", ErrorMessage = "Sms:AccountSid must be letters and digits.")]
    public string? AccountSid { get; set; }

    /// <summary>The account's tokens: one, or two while it is being replaced. Each is good for a webhook's signature; the first one sends.</summary>
    public IList<string> AuthTokens { get; init; } = [];

    /// <summary>
    /// Our own address as the provider calls it, for example <c>https://messages.example.com</c>: signatures cover it, and behind a proxy a
    /// request doesn't tell it.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>How long a call may take, connecting included. Default 30 seconds; between 1 second and 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "Sms:Timeout must be between 00:00:01 and 00:05:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>There is a provider.</summary>
    public bool Enabled => !string.IsNullOrEmpty(AccountSid) || AuthTokens.Any(token => !string.IsNullOrEmpty(token)) || PublicUrl is not null;

    /// <summary>An address of ours as the provider knows it, and as its signatures cover it.</summary>
    /// <param name="pathAndQuery">From the first slash on.</param>
    public string Public(string pathAndQuery) => PublicUrl!.OriginalString.TrimEnd('/') + pathAndQuery;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsWeb(BaseAddress))
            yield return Wrong(nameof(BaseAddress), "must be an absolute https:// or http:// address.");
        if (!Enabled) yield break;

        if (string.IsNullOrEmpty(AccountSid))
            yield return Wrong(nameof(AccountSid), "is missing: the account at the SMS provider.");
        if (AuthTokens.Count == 0)
            yield return Wrong(nameof(AuthTokens), "is empty: without the account's token nothing is sent, and no webhook can be checked.");
        if (AuthTokens.Any(token => string.IsNullOrEmpty(token) || !token.All(c => c is >= '!' and <= '~')))
            yield return Wrong(nameof(AuthTokens), "holds an empty token, or a space, a line break or another character that no token has.");
        if (PublicUrl is null)
            yield return Wrong(nameof(PublicUrl), "is missing: our own address as the SMS provider calls it.");
        else if (!IsWeb(PublicUrl) || PublicUrl.UserInfo.Length > 0 || PublicUrl.Query.Length > 0 || PublicUrl.Fragment.Length > 0)
            yield return Wrong(nameof(PublicUrl), "must be an absolute https:// or http:// address, without user, query or fragment.");
    }

    private static bool IsWeb(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static ValidationResult Wrong(string key, string what) => new($"{Section}:{key} {what}", [key]);
}
