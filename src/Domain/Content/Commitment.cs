using System.Security.Cryptography;

namespace MultiLine.Domain.Content;

/// <summary>
/// What the log and the ledger hold instead of content: SHA-256 over a salt and the content. Whoever has both can prove what was
/// said; once they are disposed of, nothing can be learned from it and every hash over the log still verifies.
/// </summary>
public static class Commitment
{
    /// <summary>Length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    /// <returns>Lower-case hex, 64 characters.</returns>
    public static string Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        if (salt.Length != SaltLength)
        {
            throw new ArgumentException($"A salt has {SaltLength} bytes, this one {salt.Length}.", nameof(salt));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
