using System.Collections.Frozen;

namespace MultiLine.Domain.Policy.Redaction;

/// <summary>
/// The words that stand in the place of what was hidden: <c>[payment card]</c>, <c>[payment card, IBAN]</c>. They tell what it was, and
/// nothing of it: no last digits, no length.
/// </summary>
public static class Marks
{
    /// <summary>In the place of a file.</summary>
    public const string Attachment = "[attachment]";

    /// <summary>For what a word list or an expression has found: their names may say what they look for.</summary>
    public const string Other = "withheld text";

    private const string Separator = ", ";

    private static readonly FrozenDictionary<string, string> ByType = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CREDIT_CARD"] = "payment card",
        ["IBAN_CODE"] = "IBAN",
        ["SWIFT_CODE"] = "bank code",
        ["ABA_ROUTING_NUMBER"] = "bank routing number",
        ["CRYPTO"] = "crypto address",
        ["US_SSN"] = "social security number",
        ["US_ITIN"] = "taxpayer number",
        ["UK_NINO"] = "national insurance number",
        ["UK_NHS"] = "NHS number",
        ["CA_SIN"] = "social insurance number",
        ["AU_TFN"] = "tax file number",
        ["ES_NIF"] = "NIF",
        ["PL_PESEL"] = "PESEL",
        ["IN_PAN"] = "PAN",
        ["IN_AADHAAR"] = "Aadhaar number",
        ["SG_NRIC_FIN"] = "NRIC",
        ["EMAIL_ADDRESS"] = "e-mail address",
        ["PHONE_NUMBER"] = "phone number",
        ["URL"] = "link",
        ["IP_ADDRESS"] = "IP address",
        ["MAC_ADDRESS"] = "MAC address",
        ["API_KEY"] = "secret key",
        ["PRIVATE_KEY"] = "private key",
        ["DATE_OF_BIRTH"] = "date of birth",
        ["MEDICAL_RECORD_NUMBER"] = "medical record number",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Known = ByType.Values.Append(Other).Append(Attachment.Trim('[', ']')).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownSpans = Known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = Known.Sum(words => words.Length + Separator.Length);

    /// <summary>In words for the reader, for one of the detectors' types; <see cref="Other"/> for anything else.</summary>
    public static string Words(string type) => ByType.GetValueOrDefault(type, Other);

    internal static string Of(IEnumerable<string> words) => $"[{string.Join(Separator, words)}]";

    /// <summary>All of the span lies in one mark, such as one that an earlier look has left.</summary>
    internal static bool Cover(ReadOnlySpan<char> text, int start, int end)
    {
        var earliest = Math.Max(0, start - Longest);
        var open = start < text.Length && text[start] == '[' ? start : earliest + text[earliest..start].LastIndexOf('[');
        if (open < earliest)
            return false;
        var close = text[open..Math.Min(text.Length, open + Longest + 2)].IndexOf(']') + open;
        return close > open && end <= close + 1 && IsMark(text[(open + 1)..close]);
    }

    private static bool IsMark(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(Separator))
        {
            if (!KnownSpans.Contains(words[range]))
                return false;
        }

        return true;
    }
}
