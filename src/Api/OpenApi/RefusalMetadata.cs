namespace MultiLine.Api.OpenApi;

/// <summary>The codes with which an endpoint may refuse, for the document.</summary>
internal sealed record RefusalMetadata(IReadOnlyList<string> Codes);

internal static class RefusalConventions
{
    /// <summary>Names the codes that a client of this endpoint meets, beside those that its rule of access leads to.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params string[] codes) =>
        endpoint.WithMetadata(new RefusalMetadata(codes));
}
