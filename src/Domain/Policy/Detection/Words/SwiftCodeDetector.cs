using System.Collections.Frozen;
using MultiLine.Domain.Policy.Detection.Scanning;

namespace MultiLine.Domain.Policy.Detection.Words;

/// <summary>
/// Codes of banks (ISO 9362): four letters, a country, two characters, and three more for a branch. Many words look like one, such as
/// BUSINESS with Niger in it, so that without a digit or the branch XXX a word nearby decides.
/// </summary>
internal sealed class SwiftCodeDetector : WordDetector
{
    private const string Countries =
        "AD AE AF AG AI AL AM AO AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY "
        + "CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN "
        + "IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MQ MR MS MT MU "
        + "MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO "
        + "SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Countries.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public override string Type => "SWIFT_CODE";

    public override string Description => "SWIFT codes of banks: 8 or 11 capitals and digits with a country inside, beside words that say so or with a branch XXX.";

    internal override Subjects Context => Subjects.Swift;

    internal override void Find(ref Scan scan, int start, int end)
    {
        if (end - start is not (8 or 11) || Characters.IsWord(scan.At(end)))
            return;
        var code = scan.Text[start..end];
        if (code[..6].ContainsAnyExceptInRange('A', 'Z') || code[6..].ContainsAnyInRange('a', 'z') || !Known.Contains(code[4..6]))
            return;
        var shaped = code[6..].ContainsAnyInRange('0', '9') || code.EndsWith("XXX");
        scan.ReportInContext(this, start, end, shaped && code.EndsWith("XXX") ? 0.7 : shaped ? 0.5 : 0.3);
    }
}
