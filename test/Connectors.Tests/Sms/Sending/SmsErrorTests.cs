using MultiLine.Connectors.Sms;

namespace MultiLine.Connectors.Tests.Sms.Sending;

public sealed class SmsErrorTests
{
    [Theory]
    [InlineData(21211, SmsHandling.NoSms)]
    [InlineData(21610, SmsHandling.OptedOut)]
    [InlineData(21614, SmsHandling.NoSms)]
    [InlineData(30003, SmsHandling.NotDelivered)]
    [InlineData(30004, SmsHandling.NotDelivered)]
    [InlineData(30005, SmsHandling.NoSms)]
    [InlineData(30006, SmsHandling.NoSms)]
    [InlineData(30007, SmsHandling.NotDelivered)]
    [InlineData(20003, SmsHandling.PauseNumber)]
    [InlineData(20429, SmsHandling.TryAgain)]
    public void A_code_asks_for_what_helps(int code, SmsHandling handling) => Assert.Equal(handling, SmsErrors.For(code)!.Handling);

    [Fact]
    public void No_code_has_two_rules() => Assert.Equal(SmsErrors.All.Count, SmsErrors.All.DistinctBy(rule => rule.Code).Count());

    [Fact]
    public void A_code_that_is_not_known_has_no_rule() => Assert.Null(SmsErrors.For(99999));
}
