using System.Reflection;

namespace MultiLine.Domain.Tests.Values;

public sealed class FailureWordsTests
{
    public static TheoryData<string> Codes =>
        [.. typeof(RefusalCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_comes_with_words(string code)
    {
        var refusal = FailureWords.For(code);

        Assert.Equal(code, refusal.Code);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RefusalCodes.SessionClosed, "The contact has not answered for more than 24 hours. Send an approved template to go on.")]
    [InlineData(RefusalCodes.NotOnWhatsApp, "The contact could not be reached on WhatsApp. Send the text as SMS instead.")]
    [InlineData(RefusalCodes.ProviderRefused, "The provider refused the message. Try again, or ask an administrator.")]
    public void The_words_say_what_to_do(string code, string words) => Assert.Equal(words, FailureWords.For(code).Message);
}
