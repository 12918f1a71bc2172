using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Words;

/// <summary>International bank account numbers: a country, its length, and modulus 97 (ISO 13616).</summary>
internal sealed class IbanDetector : WordDetector
{
    private const int Modulus = 97;

    public override string Type => "IBAN_CODE";

    public override string Description => "International bank account numbers of every country in the registry, with the right check digits, with and without spaces.";

    internal override void Find(ref Scan scan, int start, int end)
    {
        var text = scan.Text;
        if (end - start < 2 || !char.IsAsciiLetter(text[start]) || !char.IsAsciiLetter(text[start + 1]))
            return;
        var length = IbanLengths.Of(text[start], text[start + 1]);
        if (length == 0)
            return;

        // The remainder of the number with its first four characters moved behind its end, as ISO 7064 has it, while it is read.
        var (head, remainder) = (0, 0);
        var (upper, lower, apart) = (false, false, false);
        var i = start;
        for (var read = 0; read < length; i++)
        {
            var c = scan.At(i);
            if (!char.IsAsciiLetterOrDigit(c))
            {
                if (IsSeparator(c) && read >= 2 && (char.IsAsciiLetterOrDigit(scan.At(i + 1)) || c == Folding.Invisible))
                {
                    apart |= c != Folding.Invisible;
                    continue;
                }

                return;
            }

            if (read is 2 or 3 && !char.IsAsciiDigit(c))
                return;
            if (read < 4)
                head = Append(head, c);
            else
                remainder = Append(remainder, c) % Modulus;
            (upper, lower) = (upper | char.IsAsciiLetterUpper(c), lower | char.IsAsciiLetterLower(c));
            read++;
        }

        // "is 06157756273 Experience the" has the right check digits as well.
        if (apart && lower && (upper || !IsInFours(text[start..i])))
            return;

        // The head is two letters and two digits: six decimal digits.
        if ((remainder * 1_000_000L + head) % Modulus == 1 && !Characters.IsWord(scan.At(i)))
            scan.Report(this, start, i, 1);
    }

    /// <summary>All groups but the last one have four characters.</summary>
    private static bool IsInFours(ReadOnlySpan<char> number)
    {
        for (var i = 4; i < number.Length; i += 5)
        {
            if (!IsSeparator(number[i]))
                return false;
        }

        return true;
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or Folding.Invisible;

    private static int Append(int number, char c) => Characters.Value(c) is var value && value < 10 ? number * 10 + value : number * 100 + value;
}
