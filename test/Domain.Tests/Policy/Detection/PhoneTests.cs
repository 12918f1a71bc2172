namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("Ring [+49 151 12345678] or [+1 (650) 555-0123].")]
    [InlineData("[+44 (0)20 7946 0958], [(+44) 20 7946 0958]")]
    [InlineData("[0044 20 7946 0958] and [011 44 20 7946 0958]")]
    [InlineData("[(212) 555-0123], [212-555-0123], [212.555.0123], [1-212-555-0123]")]
    [InlineData("[212-555-0123x456] and [(212)555-0123 ext. 456]")]
    [InlineData("[020 7946 0958], [030/1234567], [06 12 34 56 78], [0612345678]")]
    [InlineData("our desk ([030 1234567])")]
    [InlineData("call me at [2125550123]")]
    [InlineData("[+4310518278] 556 Lane, tel [045/242 76 09] 839-89-9353, [+3852632392714] 91:9b:fd:34:a1:e2")]
    [InlineData("mobile [699 956 915], phone [467 3395]")]
    [InlineData("[8 (495) 123-45-67]")]
    public void A_number_is_found_as_people_write_it(string marked) => Found.Exactly("PHONE_NUMBER", marked);

    [Theory]
    [InlineData("on 2024-05-06 17:22:10, 12.03.2024, 03/04/2025")]
    [InlineData("order 5512345678, invoice 2024-00123456, ref 20250101123456789")]
    [InlineData("1,234,567.89 EUR, 1 000 000 shares, 12 345 678 people")]
    [InlineData("52.520008, 13.404954; version 10.4.2.1; 3.125%")]
    [InlineData("536-22-8441, 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00, 10.20.30.40")]
    [InlineData("2023-2024, 12345-6789, 1234-567, id_2125550123, $2125550123")]
    [InlineData("0000000000, 123")]
    public void What_has_as_many_digits_is_something_else(string text) => Found.Exactly("PHONE_NUMBER", text);
}
