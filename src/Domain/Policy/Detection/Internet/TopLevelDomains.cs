using System.Collections.Frozen;

namespace MultiLine.Domain.Policy.Detection.Internet;

/// <summary>
/// The names at the top of the domain name system that are in common use, of the
/// <see href="https://data.iana.org/TLD/tlds-alpha-by-domain.txt">root zone</see>: all countries, and the generic ones that people meet.
/// </summary>
internal static class TopLevelDomains
{
    private const string Countries =
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr "
        + "cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr "
        + "ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn "
        + "mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc "
        + "sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf "
        + "ws ye yt za zm zw";

    private const string Generic =
        "com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia post xxx arpa academy accountant accountants actor ads "
        + "africa agency airforce amsterdam app archi army art associates attorney auction audio auto autos band bank bar bargains bayern beer berlin best bet "
        + "bike bingo bio black blog blue boston boutique broker build builders business buzz cab cafe camera camp capital car cards care career careers cars "
        + "casa cash casino catering center ceo charity chat cheap christmas church city claims cleaning click clinic clothing cloud club coach codes coffee "
        + "college community company computer condos construction consulting contact contractors cooking cool country coupons courses credit creditcard cricket "
        + "cruises dance date dating deals degree delivery democrat dental dentist design dev diamonds digital direct directory discount doctor dog domains "
        + "download earth eco education email energy engineer engineering enterprises equipment estate events exchange expert exposed express fail faith family "
        + "fan fans farm fashion film finance financial fish fit fitness flights florist flowers football forex forsale foundation fun fund furniture futbol "
        + "fyi gallery game games garden gay gift gifts gives glass global gmbh gold golf graphics gratis green group guide guru hamburg haus health "
        + "healthcare help hiphop hockey holdings holiday homes horse hospital host hosting house how ink institute insurance insure international investments "
        + "irish jetzt jewelry kaufen kim kitchen kiwi koeln koln land law lawyer lease legal lgbt life limited limo link live loan loans lol london love ltd "
        + "luxury maison management market marketing markets mba media melbourne men menu miami moda moe mom money mortgage movie nagoya network news ngo ninja "
        + "nrw nyc observer ong online ooo page paris partners parts party pet pharmacy photo photography photos pics pictures pink pizza place plumbing plus "
        + "poker porn press productions promo properties property pub quebec racing radio realestate realty recipes red rehab reise reisen rent rentals repair "
        + "report republican rest restaurant review reviews rip rocks rodeo ruhr run saarland sale salon sarl save school schule science scot services sexy "
        + "shiksha shoes shop shopping show singles site ski soccer social software solar solutions space sport storage store stream studio study style sucks "
        + "supplies supply support surf surgery swiss sydney systems tattoo tax taxi team tech technology tennis theater tickets tienda tips tires today tokyo "
        + "tools top tours town toys trade trading training tube university uno vacations vegas ventures vet viajes video villas vin vip vision vodka vote "
        + "voyage wales wang watch webcam website wedding wien wiki win wine work works world wtf xyz yoga zone "
        + "рф срб укр бел бг мкд ελ 中国 中國 香港 台灣 台湾 新加坡 한국 გე հայ भारत";

    /// <summary>Names that are also words of a sentence, or the endings of files.</summary>
    private const string AlsoWords =
        "ac ad ai al am an ar as at au ba be bo by ca ci co da de do es et fi fm go he hi ho id ie il im in io is it je la le li lo lu ma me mi mm mo ms mu my na "
        + "ne ni no nu of om on or os pa pe pm po pr ps re se si so st su ta te th to tu tv un us ve vi we ye "
        + "cc md pl pm py rs sh sc so ml mk gz tf vb zip mov app doc cab bar best blog page date help how link live name net post pro report run save show site "
        + "support team tips today top watch work works world zone art car care cash chat click cool deals date dog events family fan farm fish fit fun game "
        + "games gift gold group guide health host house info land law life love market media men money movie news one party pet photo place plus press red "
        + "rent rest review sale school science services shop space store studio style tax taxi tools town toys trade trading training video vote win wine bank "
        + "call company computer contact credit data design direct earth education email energy exchange express fail faith finance global green int";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All = Set($"{Countries} {Generic}");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Doubtful = Set(AlsoWords);

    public static bool Have(ReadOnlySpan<char> top) => All.Contains(top) || top.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);

    public static bool AreAlsoWords(ReadOnlySpan<char> top) => Doubtful.Contains(top);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
