using MultiLine.Domain.Media;

namespace MultiLine.Domain.Organizations;

/// <summary>
/// Which pictures WhatsApp takes for a business profile. It makes them smaller by itself, and shows them in a circle.
/// Source: https://developers.facebook.com/docs/whatsapp/on-premises/reference/settings/profile/photo
/// </summary>
public static class ProfilePictureRules
{
    /// <summary>In bytes.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>Of an edge, in pixels; below it Meta warns of problems.</summary>
    public const int ShortestEdge = 192;

    /// <summary>For a picture of more than <see cref="Largest"/> bytes.</summary>
    public static Refusal TooLarge { get; } = Reject("A logo may have 5 MB at the most. Make the picture smaller; 640 × 640 pixels are enough.");

    /// <summary>Why WhatsApp would not take the picture, with <see cref="RefusalCodes.MediaRejected"/>; null if it would.</summary>
    public static Refusal? Refuse(ReadOnlySpan<byte> picture) => PictureShape.Read(picture) switch
    {
        null => Reject("A logo must be a JPEG or PNG picture."),
        _ when picture.Length > Largest => TooLarge,
        { Width: var width, Height: var height } when width != height =>
            Reject($"A logo must be square; this picture has {width} × {height} pixels."),
        { Width: < ShortestEdge and var edge } =>
            Reject($"A logo must have {ShortestEdge} × {ShortestEdge} pixels at least; this picture has {edge} × {edge}."),
        _ => null,
    };

    private static Refusal Reject(string message) => new(RefusalCodes.MediaRejected, message);
}
