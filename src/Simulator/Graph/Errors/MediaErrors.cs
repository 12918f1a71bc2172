using MultiLine.Simulator.Media;

namespace MultiLine.Simulator.Graph.Errors;

/// <summary>What Meta refuses of media.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes"/></remarks>
internal static class MediaErrors
{
    /// <summary>Why a file isn't taken; null if it is.</summary>
    public static GraphError? Of(string mimeType, ReadOnlySpan<byte> bytes)
    {
        if (MediaKinds.Of(mimeType) is not { } kind)
            return UploadFailed($"Unsupported media type {mimeType}.");
        if (bytes.IsEmpty)
            return UploadFailed("The file is empty.");
        var largest = MediaKinds.LargestOf(kind, bytes);
        return bytes.Length > largest ? UploadFailed($"A {kind.Name} of {bytes.Length} bytes is too large, at most {largest} are allowed.") : null;
    }

    public static GraphError UploadFailed(string details) => new(131053, "(#131053) Media upload error") { Details = details };

    public static GraphError UnknownId(string type) =>
        new(100, $"(#100) Param {type}['id'] is not a valid whatsapp business account media attachment ID");
}
