namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class NationalNumberTests
{
    [Theory]
    [InlineData("US_SSN", "[536-22-8441] is hers")]
    [InlineData("US_SSN", "[536 22 8441]")]
    [InlineData("US_SSN", "my SSN is [536228441].")]
    [InlineData("US_SSN", "social security number: [536228441]")]
    [InlineData("US_ITIN", "[912-70-1234]")]
    [InlineData("US_ITIN", "ITIN [912701234]")]
    [InlineData("UK_NINO", "[AB123456C] and [AB 12 34 56 C]")]
    [InlineData("UK_NINO", "ni number [ab123456c]")]
    [InlineData("UK_NHS", "NHS number [943 476 5919]")]
    [InlineData("UK_NHS", "nhs [9434765919]")]
    [InlineData("CA_SIN", "SIN [046 454 286]")]
    [InlineData("CA_SIN", "social insurance [046454286]")]
    [InlineData("AU_TFN", "TFN [123 456 782]")]
    [InlineData("ES_NIF", "DNI [12345678Z], NIE [X1234567L]")]
    [InlineData("ES_NIF", "[12.345.678-Z]")]
    [InlineData("PL_PESEL", "[44051401359]")]
    [InlineData("IN_PAN", "PAN [ABCPE1234F]")]
    [InlineData("IN_PAN", "[ABCPE1234F]")]
    [InlineData("IN_AADHAAR", "[2341 2341 2346]")]
    [InlineData("IN_AADHAAR", "aadhaar [234123412346]")]
    [InlineData("SG_NRIC_FIN", "[S1234567D] [G1234567X] [T1234567J]")]
    [InlineData("ABA_ROUTING_NUMBER", "routing number [021000021]")]
    [InlineData("SWIFT_CODE", "BIC [DEUTDEFF], [DEUTDEFF500]")]
    [InlineData("SWIFT_CODE", "[CHASUS33XXX]")]
    public void A_number_is_found_as_its_country_writes_it(string type, string marked) => Found.Exactly(type, marked);

    [Theory]
    [InlineData("US_SSN", "000-22-8441, 666-22-8441, 900-22-8441, 536-00-8441, 536-22-0000")]
    [InlineData("US_SSN", "078-05-1120, 219-09-9999, 123-45-6789, 111-11-1111")]
    [InlineData("US_SSN", "536-22 8441, 536228441, 1-536-22-8441, 536-22-84411")]
    [InlineData("US_SSN", "Suite 680 36 4022 Oakridge Lane")]
    [InlineData("US_ITIN", "912-69-1234, 912-93-1234, 812-70-1234")]
    [InlineData("UK_NINO", "DA123456C, AO123456C, GB123456A, AB123456E, AB12345C, xAB123456C")]
    [InlineData("UK_NHS", "nhs 9434765918")]
    [InlineData("CA_SIN", "SIN 046454287, SIN 846454281")]
    [InlineData("AU_TFN", "tfn 123456783")]
    [InlineData("ES_NIF", "12345678A, X1234567M, 1234567Z")]
    [InlineData("PL_PESEL", "44051401358, 44133401350, 44051401359x")]
    [InlineData("IN_PAN", "ABCDE1234F, ABCPE0000F, ABCPE12345")]
    [InlineData("IN_AADHAAR", "2341 2341 2347, 1234 5678 9012, 234123412346")]
    [InlineData("SG_NRIC_FIN", "S1234567A, A1234567D, S123456D")]
    [InlineData("ABA_ROUTING_NUMBER", "routing 021000022, routing 991000021")]
    [InlineData("UK_NHS", "943 476 5919 and 9434765919")]
    [InlineData("CA_SIN", "046 454 286 and 046454286")]
    [InlineData("AU_TFN", "123 456 782 and 123456782")]
    [InlineData("ABA_ROUTING_NUMBER", "021000021")]
    [InlineData("SWIFT_CODE", "BUSINESS with DEUTDEFF")]
    [InlineData("SWIFT_CODE", "bank DEUTZZFF, bic deutdeff")]
    public void What_the_country_never_gives_out_and_what_nothing_calls_so_is_none(string type, string text) => Found.Exactly(type, text);

    [Fact]
    public void A_label_of_a_number_in_another_sentence_says_nothing() =>
        Found.Exactly("US_SSN", "My SSN is [536-22-8441]. Also, please ring 297404336 for Anna.");
}
