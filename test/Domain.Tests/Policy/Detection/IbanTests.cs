namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class IbanTests
{
    // Of the examples in the registry of ISO 13616.
    [Theory]
    [InlineData("IBAN [DE89 3704 0044 0532 0130 00] bei der Bank")]
    [InlineData("[DE89370400440532013000].")]
    [InlineData("[de89370400440532013000]")]
    [InlineData("[gb29 nwbk 6016 1331 9268 19]")]
    [InlineData("[GB29-NWBK-6016-1331-9268-19] and")]
    [InlineData("[GB29 NWBK 601613 31926819] please")]
    [InlineData("to [FR1420041010050500013M02606] now")]
    [InlineData("[MT84MALT011000012345MTLCAST001S]")]
    [InlineData("[NO9386011117947]")]
    [InlineData("[LC55HEMM000100010012001200023015]")]
    [InlineData("[NL91 ABNA 0417 1643 00] 500 EUR")]
    [InlineData("[ＤＥ８９３７０４００４４０５３２０１３０００]")]
    public void An_account_is_found_and_ends_where_its_country_says(string marked) => Found.Exactly("IBAN_CODE", marked);

    [Theory]
    [InlineData("DE89370400440532013001")]
    [InlineData("DE8937040044053201300")]
    [InlineData("DE893704004405320130001")]
    [InlineData("ZZ89370400440532013000")]
    [InlineData("XDE89370400440532013000")]
    [InlineData("DEX9370400440532013000")]
    [InlineData("My number is 06157756273 Experience the blue")]
    public void What_no_account_can_be_is_none(string text) => Found.Exactly("IBAN_CODE", text);
}
