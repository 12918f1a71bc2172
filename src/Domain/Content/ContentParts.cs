namespace MultiLine.Domain.Content;

/// <summary>A file that the provider holds for a while.</summary>
/// <param name="Kind">image, video, audio, voice, document, sticker, voicemail.</param>
/// <param name="ProviderId">By which the provider knows it.</param>
public sealed record MediaContent(string Kind, string ProviderId)
{
    public string? MimeType { get; init; }

    /// <summary>SHA-256 of the bytes as the provider states it, in Base64.</summary>
    public string? Sha256 { get; init; }

    public string? FileName { get; init; }
}

/// <param name="Latitude">In degrees, north positive.</param>
/// <param name="Longitude">In degrees, east positive.</param>
public sealed record LocationContent(double Latitude, double Longitude, string? Name, string? Address);

/// <param name="Name">As the card shows it.</param>
/// <param name="Phones">As the card has them.</param>
/// <param name="Emails">As the card has them.</param>
public sealed record CardContent(string Name, IReadOnlyList<string> Phones, IReadOnlyList<string> Emails, string? Company);

/// <param name="CatalogId">The provider's id of the catalogue.</param>
public sealed record OrderContent(string? CatalogId, IReadOnlyList<OrderLine> Lines);

/// <param name="ProductId">The business's own id.</param>
/// <param name="Price">For one, as the provider writes it.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record OrderLine(string ProductId, int? Quantity, string? Price, string? Currency);
