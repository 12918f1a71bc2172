using System.ComponentModel.DataAnnotations;

namespace MultiLine.Connectors.WhatsApp;

/// <summary>How to reach the WhatsApp Cloud API, and how it reaches us. Configuration section <c>WhatsApp</c>.</summary>
public sealed class WhatsAppOptions : IValidatableObject
{
    public const string Section = "WhatsApp";

    /// <summary>Meta's Graph API, or the simulator. Default <c>https://graph.facebook.com/</c>.</summary>
    [Required(ErrorMessage = "WhatsApp:BaseAddress is missing: the address of the Graph API.")]
    public Uri? BaseAddress { get; set; } = new("https://graph.facebook.com/");

    /// <summary>
    /// Version of the Graph API, default <c>v25.0</c>; Meta ends each about two years after it came.
    /// Source: https://developers.facebook.com/docs/graph-api/changelog
    /// </summary>
    [Required(ErrorMessage = "WhatsApp:GraphVersion is missing: for example v25.0.")]
    [RegularExpression(@"^v\d{1,3}\.\d{1,3}$", ErrorMessage = "WhatsApp:GraphVersion must look like v25.0.")]
    public string GraphVersion { get; set; } = "v25.0";

    /// <summary>
    /// The id of the app at Meta. Only <c>multiline doctor</c> needs it; files are uploaded to this app, or else to the one that the
    /// access token was made for.
    /// </summary>
    [RegularExpression("^[0-9]+$", ErrorMessage = "WhatsApp:AppId must be digits.")]
    public string? AppId { get; set; }

    /// <summary>The access token of a system user.</summary>
    [Required(ErrorMessage = "WhatsApp:AccessToken is missing: the access token of a system user.")]
    [RegularExpression("^[!-~]+$", ErrorMessage = "WhatsApp:AccessToken holds a space, a line break or another character that no token has.")]
    public string AccessToken { get; set; } = "";

    /// <summary>Secrets of the app under which webhooks are signed: one, or two while it is being replaced.</summary>
    [MinLength(1, ErrorMessage = "WhatsApp:AppSecrets is empty: webhooks can't be checked without the app secret.")]
    public IList<string> AppSecrets { get; init; } = [];

    /// <summary>The word that Meta repeats when the webhook address is registered; chosen by us.</summary>
    [Required(ErrorMessage = "WhatsApp:VerifyToken is missing: the word entered at Meta beside the webhook address.")]
    public string VerifyToken { get; set; } = "";

    /// <summary>How long a call may take, connecting included. Default 30 seconds; between 1 second and 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "WhatsApp:Timeout must be between 00:00:01 and 00:05:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseAddress is { } address
            && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)))
        {
            yield return new ValidationResult("WhatsApp:BaseAddress must be an absolute https:// or http:// address.", [nameof(BaseAddress)]);
        }

        if (AppSecrets.Any(string.IsNullOrWhiteSpace))
            yield return new ValidationResult("WhatsApp:AppSecrets holds an empty secret.", [nameof(AppSecrets)]);
    }
}
