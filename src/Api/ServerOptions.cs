using System.ComponentModel.DataAnnotations;

namespace MultiLine.Api;

/// <summary>Where people reach the server. At the root of the configuration.</summary>
public sealed class ServerOptions : IValidatableObject
{
    /// <summary>The address in people's browsers, where it differs from the one that the server listens on: <c>https://chat.example.com</c>.</summary>
    public Uri? PublicUrl { get; set; }

    internal bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    internal string? Origin => PublicUrl?.GetLeftPart(UriPartial.Authority);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is { } url && !(url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)))
        {
            yield return new ValidationResult("PublicUrl must be an absolute https:// or http:// address.", [nameof(PublicUrl)]);
        }
    }
}
