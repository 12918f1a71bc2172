namespace MultiLine.Connectors.WhatsApp.Media;

/// <summary>Who may be sent the access token for a file: where a reply names another address, it is not Meta's, or somebody wants the token.</summary>
internal static class MediaHosts
{
    private static readonly string[] Domains = ["facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.net", "whatsapp.com"];

    /// <param name="url">Where the file is said to be.</param>
    /// <param name="graph">The configured address of the Graph API: whatever stands in Meta's place may hold the files itself.</param>
    public static bool Include(Uri url, Uri graph) =>
        Uri.Compare(url, graph, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        || (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Domains.Any(domain => Belongs(url.IdnHost, domain)));

    private static bool Belongs(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
