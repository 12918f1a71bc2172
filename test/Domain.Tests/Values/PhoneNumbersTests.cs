using MultiLine.Domain.PhoneNumbers;

namespace MultiLine.Domain.Tests.Values;

public sealed class PhoneNumbersTests
{
    [Theory]
    [InlineData("+4915112345678", "+4915112345678")]
    [InlineData(" +49 (151) 1234-56.78 ", "+4915112345678")]
    [InlineData("0049/151/12345678", "+4915112345678")]
    [InlineData("+1\u00A0650\u00A0555\u00A01234", "+16505551234")]
    [InlineData("+1234567", "+1234567")]
    [InlineData("+123456789012345", "+123456789012345")]
    public void A_number_is_understood_as_people_write_it(string text, string number)
    {
        Assert.True(PhoneNumber.TryParse(text, out var parsed));
        Assert.Equal(number, parsed.Value);
        Assert.Equal(number, parsed.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("0151 12345678")]
    [InlineData("4915112345678")]
    [InlineData("+049 151 12345678")]
    [InlineData("+49 (0) 151 12345678")]
    [InlineData("+123456")]
    [InlineData("+1234567890123456")]
    [InlineData("+49 151 CALLME")]
    [InlineData("++4915112345678")]
    [InlineData("+٤٩١٥١١٢٣٤٥٦٧٨")]
    public void What_would_have_to_be_guessed_at_is_refused(string? text) => Assert.False(PhoneNumber.TryParse(text, out _));

    [Fact]
    public void Masked_a_number_shows_its_first_digit_and_its_last_two()
    {
        Assert.True(PhoneNumber.TryParse("+4915112345678", out var number));
        Assert.Equal("+4••••••••••78", number.Masked());
        Assert.True(PhoneNumber.TryParse("+1234567", out var shortest));
        Assert.Equal("+1••••67", shortest.Masked());
    }

    [Fact]
    public void No_number_has_no_value() => Assert.Throws<InvalidOperationException>(() => default(PhoneNumber).Value);
}
