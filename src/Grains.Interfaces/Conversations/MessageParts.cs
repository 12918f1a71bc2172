namespace MultiLine.Grains.Interfaces.Conversations;

/// <summary>What a message holds besides its text.</summary>
[GenerateSerializer, Immutable, Alias("ml.MessageParts")]
public sealed record MessageParts
{
    [Id(0)] public MediaPart? Media { get; init; }

    [Id(1)] public LocationPart? Location { get; init; }

    /// <summary>Cards out of an address book; null where there are none.</summary>
    [Id(2)] public IReadOnlyList<CardPart>? Cards { get; init; }

    [Id(3)] public OrderPart? Order { get; init; }

    /// <summary>What the text leaves out: the description of a choice, the values of a form as JSON.</summary>
    [Id(4)] public string? Detail { get; init; }
}

/// <param name="Kind">image, video, audio, voice, document, sticker, voicemail.</param>
/// <param name="ProviderId">By which the provider knows the file.</param>
/// <param name="MimeType">As the provider states it.</param>
/// <param name="Sha256">Of the bytes as the provider states it, in Base64.</param>
/// <param name="FileName">As the contact's phone names it.</param>
[GenerateSerializer, Immutable, Alias("ml.MediaPart")]
public sealed record MediaPart(
    [property: Id(0)] string Kind,
    [property: Id(1)] string ProviderId,
    [property: Id(2)] string? MimeType,
    [property: Id(3)] string? Sha256,
    [property: Id(4)] string? FileName);

/// <param name="Latitude">In degrees, north positive.</param>
/// <param name="Longitude">In degrees, east positive.</param>
[GenerateSerializer, Immutable, Alias("ml.LocationPart")]
public sealed record LocationPart(
    [property: Id(0)] double Latitude, [property: Id(1)] double Longitude, [property: Id(2)] string? Name, [property: Id(3)] string? Address);

/// <param name="Name">As the card shows it.</param>
/// <param name="Phones">As the card has them.</param>
/// <param name="Emails">As the card has them.</param>
/// <param name="Company">As the card has it.</param>
[GenerateSerializer, Immutable, Alias("ml.CardPart")]
public sealed record CardPart(
    [property: Id(0)] string Name,
    [property: Id(1)] IReadOnlyList<string> Phones,
    [property: Id(2)] IReadOnlyList<string> Emails,
    [property: Id(3)] string? Company);

/// <param name="CatalogId">The provider's id of the catalogue.</param>
[GenerateSerializer, Immutable, Alias("ml.OrderPart")]
public sealed record OrderPart([property: Id(0)] string? CatalogId, [property: Id(1)] IReadOnlyList<OrderLinePart> Lines);

/// <param name="ProductId">The business's own id.</param>
/// <param name="Quantity">Null where it can't be read.</param>
/// <param name="Price">For one, as the provider writes it.</param>
/// <param name="Currency">ISO 4217.</param>
[GenerateSerializer, Immutable, Alias("ml.OrderLinePart")]
public sealed record OrderLinePart(
    [property: Id(0)] string ProductId, [property: Id(1)] int? Quantity, [property: Id(2)] string? Price, [property: Id(3)] string? Currency);

/// <summary>How a call went.</summary>
/// <param name="Happened">The provider's word for the newest thing that happened: connect, terminate, ringing, accepted, rejected …</param>
/// <param name="Result">completed or failed, once it has ended.</param>
/// <param name="Seconds">How long the two spoke; null where nobody took it.</param>
/// <param name="EndedAt">The provider's time.</param>
[GenerateSerializer, Immutable, Alias("ml.CallPart")]
public sealed record CallPart(
    [property: Id(0)] string Happened, [property: Id(1)] string? Result, [property: Id(2)] int? Seconds, [property: Id(3)] DateTimeOffset? EndedAt)
{
    /// <summary>Both sides in one file.</summary>
    [Id(4)] public MediaPart? Recording { get; init; }

    /// <summary>What was said, as JSON.</summary>
    [Id(5)] public MediaPart? Transcript { get; init; }
}
