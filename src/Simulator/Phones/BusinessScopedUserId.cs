using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Simulator.Phones;

/// <summary>Meta's business-scoped user id (BSUID): a country and a long number, here derived from the phone number.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids"/></remarks>
internal static class BusinessScopedUserId
{
    private const int Digits = 20;

    /// <summary>Calling codes of the countries that are shown; anything else counts as the United States.</summary>
    private static readonly (string CallingCode, string Country)[] Countries =
    [
        ("31", "NL"),
        ("32", "BE"),
        ("33", "FR"),
        ("34", "ES"),
        ("351", "PT"),
        ("353", "IE"),
        ("39", "IT"),
        ("41", "CH"),
        ("43", "AT"),
        ("44", "GB"),
        ("45", "DK"),
        ("46", "SE"),
        ("47", "NO"),
        ("48", "PL"),
        ("49", "DE"),
        ("52", "MX"),
        ("55", "BR"),
        ("61", "AU"),
        ("65", "SG"),
        ("81", "JP"),
        ("852", "HK"),
        ("91", "IN"),
        ("971", "AE"),
        ("972", "IL"),
    ];

    public static string Of(string phoneDigits)
    {
        var country =
            Countries.FirstOrDefault(entry => phoneDigits.StartsWith(entry.CallingCode, StringComparison.Ordinal)).Country ?? "US";
        var hash = new BigInteger(SHA256.HashData(Encoding.ASCII.GetBytes(phoneDigits)), isUnsigned: true);
        return $"{country}.{hash.ToString(CultureInfo.InvariantCulture)[..Digits]}";
    }

    /// <summary>ISO 3166 alpha-2, a dot, up to 128 letters and digits.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length is > 3 and <= 131
        && char.IsAsciiLetterUpper(text[0])
        && char.IsAsciiLetterUpper(text[1])
        && text[2] == '.'
        && text.AsSpan(3).IndexOfAnyExcept(LettersDigitsAndDot) < 0;

    private static readonly System.Buffers.SearchValues<char> LettersDigitsAndDot = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789."
    );
}
