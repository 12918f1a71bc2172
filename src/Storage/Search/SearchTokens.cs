using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Storage.Search;

/// <summary>
/// Makes an organisation's tokens: the first 64 bits of HMAC-SHA-256 under its search key over the kind, a zero byte and the value, in
/// hexadecimal. Whoever has the database and not the key learns which messages share a token and how often it occurs, but not what it
/// stands for. Two values have the same token with a chance of one in 2⁶⁴.
/// </summary>
public sealed class SearchTokens(ReadOnlyMemory<byte> key)
{
    /// <summary>Of the key, in bytes.</summary>
    public const int KeyLength = 32;

    private const int TokenLength = 8;

    /// <summary>Of a word of the text, folded.</summary>
    public string Word(string folded) => Token("word", folded);

    /// <summary>Of something else that a message is looked for by, such as its line.</summary>
    public string Field(string name, string value) => Token("field/" + name, value);

    private string Token(string kind, string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes($"{kind}\0{value}"), hash);
        return Convert.ToHexStringLower(hash[..TokenLength]);
    }
}
