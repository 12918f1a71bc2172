namespace MultiLine.Simulator.Media;

/// <summary>What is known of a file; its bytes are looked up on their own.</summary>
/// <param name="NumberId">The phone number id of the business that uploaded or received it.</param>
/// <param name="Sha256">In hexadecimal, as <c>GET /{media-id}</c> tells it; webhooks have it in Base64.</param>
internal sealed record Medium(string Id, string NumberId, string MimeType, string Sha256, long Size, DateTimeOffset Expires);
