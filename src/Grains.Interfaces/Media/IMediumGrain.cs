namespace MultiLine.Grains.Interfaces.Media;

/// <summary>
/// A file that a contact sent, for as long as somebody reads it: the one that is kept, or else fetched from the provider and checked.
/// Key: org/provider's id of the file.
/// </summary>
[Alias("ml.IMediumGrain")]
public interface IMediumGrain : IGrainWithStringKey
{
    /// <summary>Fetches the file if it is not here. While that takes long the answer is <see cref="MediumStates.Fetching"/>, and the caller asks again.</summary>
    [Alias("Open")]
    Task<OpenedMedium> Open(MediumRequest request);

    /// <summary>Keeps the file for as long as the content of an event is kept that it came with. Answers as <see cref="Open"/> does.</summary>
    /// <param name="request">As the message says.</param>
    /// <param name="sequence">Of the event in the log.</param>
    [Alias("Keep")]
    Task<string> Keep(MediumRequest request, long sequence);

    /// <summary>A part of the open file: all have <see cref="OpenedMedium.PieceLength"/> but the last. Null where the file must be opened (again).</summary>
    [Alias("Read")]
    Task<MediumPiece?> Read(int piece);
}

/// <param name="Number">Our number that received it, as the provider names it; null where that is not known.</param>
/// <param name="Sha256">Of the bytes, as the provider stated it with the message.</param>
[GenerateSerializer, Immutable, Alias("ml.MediumRequest")]
public sealed record MediumRequest([property: Id(0)] string? Number, [property: Id(1)] string? Sha256);

/// <param name="State">One of <see cref="MediumStates"/>.</param>
[GenerateSerializer, Immutable, Alias("ml.OpenedMedium")]
public sealed record OpenedMedium([property: Id(0)] string State)
{
    /// <summary>In bytes.</summary>
    [Id(1)] public long Length { get; init; }

    /// <summary>In bytes.</summary>
    [Id(2)] public int PieceLength { get; init; }

    /// <summary>The first bytes, by which can be told what it is.</summary>
    [Id(3)] public byte[]? Head { get; init; }

    /// <summary>Of the bytes that were fetched, in hexadecimal.</summary>
    [Id(4)] public string? Sha256 { get; init; }
}

[GenerateSerializer, Immutable, Alias("ml.MediumPiece")]
public sealed record MediumPiece([property: Id(0)] byte[] Bytes);

/// <summary>How it stands with a file.</summary>
public static class MediumStates
{
    /// <summary>It can be read.</summary>
    public const string Open = "open";

    public const string Fetching = "fetching";

    /// <summary>The provider doesn't have it, or not any more.</summary>
    public const string Gone = "gone";

    /// <summary>The provider gives nothing until access or restrictions are seen to.</summary>
    public const string Refused = "refused";

    /// <summary>The provider is in trouble, or there is no room here just now.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>Larger than files are fetched here.</summary>
    public const string TooLarge = "too_large";

    /// <summary>Its bytes are not those that were sent.</summary>
    public const string Altered = "altered";
}
