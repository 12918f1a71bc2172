using System.Buffers;
using System.Buffers.Text;

namespace MultiLine.Domain.Media;

/// <summary>SHA-256 as providers write it: Meta's webhooks have it in Base64, its API in hexadecimal.</summary>
public static class Sha256Digest
{
    /// <summary>In bytes.</summary>
    public const int Length = 32;

    /// <summary>The digest; null where the text is none.</summary>
    public static byte[]? Read(string? text)
    {
        var digest = new byte[Length];
        return text?.Length switch
        {
            Length * 2 => Convert.FromHexString(text, digest, out _, out var hex) == OperationStatus.Done && hex == Length ? digest : null,
            null => null,
            _ => Base64.DecodeFromUtf8(System.Text.Encoding.UTF8.GetBytes(text), digest, out _, out var written) == OperationStatus.Done
                && written == Length ? digest : null,
        };
    }
}
