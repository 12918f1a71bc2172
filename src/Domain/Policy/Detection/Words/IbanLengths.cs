namespace MultiLine.Domain.Policy.Detection.Words;

/// <summary>How long an IBAN is in each country, after the registry of ISO 13616 (<see href="https://www.swift.com/standards/data-standards/iban-international-bank-account-number"/>).</summary>
internal static class IbanLengths
{
    private const string Registry =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 "
        + "GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
        + "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 "
        + "TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 "
        // Not in the registry, but given out.
        + "AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GQ27 GW25 IR26 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28";

    private static readonly byte[] ByLetters = Read();

    /// <summary>0 where there are none; upper and lower case alike.</summary>
    public static int Of(char first, char second) => ByLetters[Index(first, second)];

    private static int Index(char first, char second) => ((first | 0x20) - 'a') * 26 + (second | 0x20) - 'a';

    private static byte[] Read()
    {
        var lengths = new byte[26 * 26];
        foreach (var entry in Registry.Split(' '))
            lengths[Index(entry[0], entry[1])] = byte.Parse(entry.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
        return lengths;
    }
}
