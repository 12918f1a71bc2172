using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Storage.SignIn;

/// <summary>The secret in a one-time link. Only its hash is stored.</summary>
public static class SignInToken
{
    /// <summary>256 random bits as 64 hexadecimal digits.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
