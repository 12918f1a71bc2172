using System.Security.Cryptography;

namespace MultiLine.Storage.Content;

/// <summary>AES-256-GCM with its nonce before and its tag after the encrypted bytes; nonces are random.</summary>
internal static class AesGcmBox
{
    public const int KeyLength = 32;

    /// <summary>By how many bytes a box is longer than what is in it.</summary>
    public const int Overhead = NonceLength + TagLength;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static void Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> authenticated, Span<byte> box)
    {
        var nonce = box[..NonceLength];
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, box[NonceLength..^TagLength], box[^TagLength..], authenticated);
    }

    /// <exception cref="AuthenticationTagMismatchException">The key or any of the bytes is not what it was.</exception>
    public static void Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> authenticated, Span<byte> plain)
    {
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain, authenticated);
    }
}
