using System.Collections.Frozen;

namespace MultiLine.Domain.Policy.WordLists;

/// <summary>
/// The letters without their accents and other decoration: what compatibility decomposition (NFKD) and case folding of Unicode 14 leave
/// when the combining marks go, for Latin, Greek and Cyrillic; with letters such as ø and ß that Unicode doesn't take apart. It is written
/// out because normalisation isn't there in an invariant-globalization process.
/// Source: https://www.unicode.org/reports/tr15/
/// </summary>
internal static class PlainLetters
{
    private static readonly (string Plain, string Decorated)[] Table =
    [
        ("0", "⁰₀⓪"),
        ("1", "¹₁①"),
        ("2", "²₂②"),
        ("3", "³₃③"),
        ("4", "⁴₄④"),
        ("5", "⁵₅⑤"),
        ("6", "⁶₆⑥"),
        ("7", "⁷₇⑦"),
        ("8", "⁸₈⑧"),
        ("9", "⁹₉⑨"),
        ("a", "ªàáâãäåāăąǎǟǡǻȁȃȧᴬᵃḁạảấầẩẫậắằẳẵặₐⓐ"),
        ("b", "ƀɓᴮᵇḃḅḇℬⓑ"),
        ("c", "çćĉċčƈȼᶜḉℂℭⅽⓒꟲ"),
        ("d", "ðďđɖɗᴰᵈᶞḋḍḏḑḓⅅⅆⅾⓓ"),
        ("e", "èéêëēĕėęěȅȇȩɇᴱᵉḕḗḙḛḝẹẻẽếềểễệₑℯℰⅇⓔ"),
        ("f", "ƒᶠḟℱⓕꟳ"),
        ("g", "ĝğġģǥǧǵɠᴳᵍḡℊⓖ"),
        ("h", "ĥħȟʰᴴḣḥḧḩḫẖₕℋℌℍℎℏⓗꟸ"),
        ("i", "ìíîïĩīĭįİıǐȉȋɨᴵᵢᶤḭḯỉịⁱℐℑℹⅈⅰⓘ"),
        ("j", "ĵǰɉʲᴶⅉⓙⱼ"),
        ("k", "ķĸƙǩᴷᵏḱḳḵₖⓚ"),
        ("l", "ĺļľłƚˡᴸḷḹḻḽₗℒℓⅼⓛ"),
        ("m", "ᴹᵐḿṁṃₘℳⅿⓜ"),
        ("n", "ñńņňŋƞǹɲᴺᵑᶮṅṇṉṋⁿₙℕⓝ"),
        ("o", "ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɵᴼᵒᶱṍṏṑṓọỏốồổỗộớờởỡợₒℴⓞ"),
        ("p", "ƥᴾᵖṕṗₚℙⓟꝑ"),
        ("q", "ɋℚⓠꟴ"),
        ("r", "ŕŗřȑȓɍʳᴿᵣṙṛṝṟℛℜℝⓡ"),
        ("s", "śŝşšſșˢṡṣṥṧṩẛₛⓢ"),
        ("t", "ţťŧƫƭțʈᵀᵗᶵṫṭṯṱẗₜⓣ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗᵁᵘᵤṳṵṷṹṻụủứừửữựⓤ"),
        ("v", "ʋᵛᵥᶹṽṿⅴⓥⱽ"),
        ("w", "ŵʷᵂẁẃẅẇẉẘⓦ"),
        ("x", "ˣẋẍₓⅹⓧ"),
        ("y", "ýÿŷƴȳɏʸẏẙỳỵỷỹⓨ"),
        ("z", "źżžƶȥᶻẑẓẕℤℨⓩ"),
        ("ae", "æǣǽᴭ"),
        ("dz", "ǆǳ"),
        ("ff", "ﬀ"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("ij", "ĳ"),
        ("lj", "ǉ"),
        ("nj", "ǌ"),
        ("oe", "œꟹ"),
        ("ss", "ß"),
        ("st", "ﬅﬆ"),
        ("th", "þ"),
        ("ffi", "ﬃ"),
        ("ffl", "ﬄ"),
        ("α", "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
        ("β", "ϐ"),
        ("ε", "έϵἐἑἒἓἔἕὲέ"),
        ("η", "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
        ("θ", "ϑ"),
        ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
        ("κ", "ϰ"),
        ("μ", "µ"),
        ("ο", "όὀὁὂὃὄὅὸό"),
        ("π", "ϖ"),
        ("ρ", "ϱῤῥ"),
        ("σ", "ςϲ"),
        ("υ", "ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
        ("φ", "ϕ"),
        ("ω", "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
        ("а", "ӑӓ"),
        ("г", "ѓ"),
        ("е", "ѐёӗ"),
        ("ж", "ӂӝ"),
        ("з", "ӟ"),
        ("и", "йѝӣӥ"),
        ("к", "ќ"),
        ("о", "ӧ"),
        ("у", "ўӯӱӳ"),
        ("ч", "ӵ"),
        ("ы", "ӹ"),
        ("э", "ӭ"),
        ("і", "ї"),
        ("ѵ", "ѷ"),
        ("ә", "ӛ"),
        ("ө", "ӫ"),
    ];

    private static readonly FrozenDictionary<char, string> ByLetter =
        Table.SelectMany(row => row.Decorated.Select(letter => (letter, row.Plain))).ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);

    /// <summary>What a letter is without decoration; null if it has none.</summary>
    /// <param name="letter">In lower case.</param>
    public static string? Of(int letter) => letter switch
    {
        >= 0xFF10 and <= 0xFF19 => Ascii('0', letter - 0xFF10),
        >= 0xFF41 and <= 0xFF5A => Ascii('a', letter - 0xFF41),
        >= FirstMathLetter and <= LastMathLetter => Ascii('a', (letter - FirstMathLetter) % 26),
        >= FirstMathDigit and <= LastMathDigit => Ascii('0', (letter - FirstMathDigit) % 10),
        (>= 0x1F110 and <= 0x1F129) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189) =>
            Ascii('a', (letter - 0x1F110) % 32),
        <= char.MaxValue => ByLetter.GetValueOrDefault((char)letter),
        _ => null,
    };

    // Thirteen alphabets of 26 capital and 26 small letters, one behind the other, then (after the Greek ones) five times ten digits.
    private const int FirstMathLetter = 0x1D400;
    private const int LastMathLetter = 0x1D6A3;
    private const int FirstMathDigit = 0x1D7CE;
    private const int LastMathDigit = 0x1D7FF;

    private static readonly string[] Singles = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private static string Ascii(char first, int offset) => Singles[first + offset];
}
