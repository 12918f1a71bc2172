namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class CardTests
{
    [Theory]
    [InlineData("My card [4111111111111111] was declined.")]
    [InlineData("[4111 1111 1111 1111]")]
    [InlineData("[4111-1111-1111-1111], exp 12/27, cvv 123")]
    [InlineData("[4111.1111.1111.1111].")]
    [InlineData("Visa:[4222222222222]")]
    [InlineData("[5555 5555 5555 4444] or [2223 0031 2200 3222]")]
    [InlineData("[3782 822463 10005] and [371449635398431]")]
    [InlineData("[3056 930902 5904]")]
    [InlineData("[6011000990139424] [3530111333300000] [6200000000000005]")]
    [InlineData("order 12 [4111 1111 1111 1111] today")]
    [InlineData("[4111\u00A01111\u00A01111\u00A01111]")]
    [InlineData("[4111\u200B1111\u200B1111\u200B1111]")]
    [InlineData("[４１１１１１１１１１１１１１１１]")]
    [InlineData("[٤١١١ ١١١١ ١١١١ ١١١١]")]
    [InlineData("卡号[4111111111111111]。")]
    [InlineData("[6759649826438453] is a Maestro")]
    public void A_card_is_found_as_people_write_it(string marked) => Found.Exactly("CREDIT_CARD", marked);

    [Theory]
    [InlineData("4111111111111112")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("4111 1111-1111 1111")]
    [InlineData("0000000000000000")]
    [InlineData("9999999999999995")]
    [InlineData("41111111111111111111")]
    [InlineData("4111-1111-1111-1111-1111")]
    [InlineData("id4111111111111111")]
    [InlineData("4111111111111111x")]
    [InlineData("3.4111111111111111")]
    [InlineData("+4210124020851")]
    [InlineData("4111\n1111\n1111\n1111")]
    public void What_no_card_can_be_is_none(string text) => Found.Exactly("CREDIT_CARD", text);
}
