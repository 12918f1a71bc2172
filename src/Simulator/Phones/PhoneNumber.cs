namespace MultiLine.Simulator.Phones;

internal static class PhoneNumber
{
    private const string Separators = "+-() ";

    /// <summary>Plus sign, hyphens, parentheses and spaces are left out, as Meta does; null if anything else is in it.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages"/></remarks>
    public static string? TryDigitsOf(string text)
    {
        var digits = string.Concat(text.Where(sign => !Separators.Contains(sign)));
        return digits.Length is >= 7 and <= 15 && digits.All(char.IsAsciiDigit) && digits[0] != '0' ? digits : null;
    }

    public static string DigitsOf(string text) =>
        TryDigitsOf(text) ?? throw new FormatException($"'{text}' is not a phone number with country code.");
}
