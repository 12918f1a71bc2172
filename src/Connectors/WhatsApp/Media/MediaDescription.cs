namespace MultiLine.Connectors.WhatsApp.Media;

/// <summary>What Meta says about a file.</summary>
public sealed record MediaDescription
{
    internal MediaDescription(Uri url) => Url = url;

    /// <summary>As the sender's phone stated it.</summary>
    public string? MimeType { get; init; }

    /// <summary>Of the bytes, in hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>In bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Where the bytes are for five minutes. Not to be logged: whoever has it and the token has the file.</summary>
    internal Uri Url { get; }
}

/// <param name="Medium">Null where there is a fault.</param>
/// <param name="Fault">Why it is not known.</param>
public sealed record MediaReading(MediaDescription? Medium, MediaFault? Fault);

/// <summary>Why a file is not to be had.</summary>
public enum MediaFault
{
    /// <summary>Meta doesn't have it, or not any more.</summary>
    Gone,

    /// <summary>Meta lets nobody have anything until access or restrictions are seen to.</summary>
    Refused,

    /// <summary>Not reached, not in time, or in trouble: it may be had later.</summary>
    Unavailable,

    /// <summary>Larger than was asked for.</summary>
    TooLarge,
}
