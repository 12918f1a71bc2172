using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Words;

/// <summary>Spanish NIF of citizens (eight digits) and of foreigners (X, Y or Z and seven digits); the letter is the number modulo 23.</summary>
internal sealed class EsNifDetector : WordDetector
{
    private const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";

    public override string Type => "ES_NIF";

    public override string Description => "Spanish NIF, DNI and NIE numbers with the right letter.";

    internal override Subjects Context => Subjects.Nif;

    internal override void Find(ref Scan scan, int start, int end)
    {
        Span<char> read = stackalloc char[9];
        var first = scan.At(start);
        if (!char.IsAsciiDigit(first) && (first | 0x20) is not ('x' or 'y' or 'z'))
            return;
        var behind = Pattern.Match(scan, start, char.IsAsciiDigit(first) ? "99999999A" : "A9999999A", read);
        if (behind == 0)
            return;
        var letter = read[8];
        if (!char.IsAsciiDigit(read[0]))
            read[0] = (char)(read[0] - 'X' + '0');
        if (Letters[int.Parse(read[..8], System.Globalization.CultureInfo.InvariantCulture) % 23] == letter)
            scan.ReportInContext(this, start, behind, 0.85);
    }
}
