namespace MultiLine.Api.Http;

/// <summary>Content security policies for bytes that somebody outside has made: whatever hides in them can do nothing.</summary>
/// <remarks><see href="https://www.w3.org/TR/CSP3/#directive-sandbox">Content Security Policy Level 3</see>, <c>sandbox</c>.</remarks>
internal static class Sandbox
{
    public const string Closed = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>With what a browser's own page round a picture, a sound or a film needs, where somebody opens it by itself.</summary>
    public const string Viewer = $"{Closed}; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";
}
