using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Connectors.Sms.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks;

namespace MultiLine.Connectors.Tests.Sms.Webhooks;

public sealed class SmsWebhookTests
{
    private const string Inbound =
        "ToCountry=DE&SmsMessageSid=SM1&NumMedia=0&SmsSid=SM1&SmsStatus=received&Body=Hello+%F0%9F%91%8B&To=%2B49305550100&NumSegments=1"
        + "&MessageSid=SM1&AccountSid=AC1&From=%2B16505551234&ApiVersion=2010-04-01&Tomorrow=new";

    private const string Status =
        "SmsSid=SM2&SmsStatus=sent&MessageStatus=sent&To=%2B16505551234&MessageSid=SM2&AccountSid=AC1&From=%2B49305550100&ApiVersion=2010-04-01";

    [Fact]
    public void What_a_contact_wrote_is_read_and_kept_whole()
    {
        var sms = Assert.IsType<InboundSms>(Parse(Inbound));

        Assert.Equal(("SM1", "+49305550100", "+16505551234", "Hello 👋"), (sms.Sid, sms.Number, sms.From, sms.Text));
        Assert.Equal((0, null), (sms.MediaCount, sms.OptOut));
        Assert.Equal("new", (string?)JsonNode.Parse(sms.Raw)!["Tomorrow"]);
    }

    [Fact]
    public void The_files_of_an_MMS_are_counted_and_their_addresses_kept()
    {
        var mms = Assert.IsType<InboundSms>(Parse(
            Inbound.Replace("NumMedia=0", "NumMedia=1", StringComparison.Ordinal) + "&MediaUrl0=https%3A%2F%2Ffiles.example%2FME1&MediaContentType0=image%2Fjpeg"));

        Assert.Equal(1, mms.MediaCount);
        Assert.Equal("https://files.example/ME1", (string?)JsonNode.Parse(mms.Raw)!["MediaUrl0"]);
    }

    [Theory]
    [InlineData("STOP", OptOut.Stop)]
    [InlineData("START", OptOut.Start)]
    [InlineData("HELP", OptOut.Help)]
    [InlineData("LATER", null)]
    public void It_is_known_whether_the_provider_has_answered_the_contacts_word(string type, OptOut? expected) =>
        Assert.Equal(expected, Assert.IsType<InboundSms>(Parse($"{Inbound}&OptOutType={type}")).OptOut);

    [Theory]
    [InlineData("accepted", SmsDelivery.Sent)]
    [InlineData("queued", SmsDelivery.Sent)]
    [InlineData("sending", SmsDelivery.Sent)]
    [InlineData("sent", SmsDelivery.Sent)]
    [InlineData("delivered", SmsDelivery.Delivered)]
    [InlineData("read", SmsDelivery.Read)]
    [InlineData("undelivered", SmsDelivery.Failed)]
    [InlineData("failed", SmsDelivery.Failed)]
    public void A_status_is_read_with_the_attempt_that_stands_in_its_address(string word, SmsDelivery expected)
    {
        var body = Encoding.UTF8.GetBytes($"{Status.Replace("MessageStatus=sent", $"MessageStatus={word}", StringComparison.Ordinal)}&ErrorCode=30003");
        var status = Assert.IsType<SmsStatus>(SmsWebhook.Parse(SmsWebhook.Join(body, "attempt=a%201"u8)));

        Assert.Equal(("SM2", "+49305550100", "a 1", 30003), (status.Sid, status.Number, status.AttemptId, status.ErrorCode));
        Assert.Equal((expected, word), (status.Status, status.Word));
    }

    [Theory]
    [InlineData("", UnhandledReason.Malformed)]
    [InlineData("&&=&%", UnhandledReason.Malformed)]
    [InlineData("""{"MessageSid":"SM1"}""", UnhandledReason.Malformed)]
    [InlineData("MessageSid=SM1&To=%2B49305550100&From=72404&Body=x", UnhandledReason.NoSender)]
    [InlineData("MessageSid=SM1&To=%2B49305550100&From=whatsapp%3A%2B16505551234&Body=x", UnhandledReason.NoSender)]
    [InlineData("MessageSid=SM1&From=%2B16505551234&Body=x", UnhandledReason.NoPhoneNumberId)]
    [InlineData("MessageSid=SM1&MessageStatus=sent&From=MyBank", UnhandledReason.NoPhoneNumberId)]
    [InlineData("MessageSid=SM1&MessageStatus=pondering&From=%2B49305550100", UnhandledReason.UnknownStatus)]
    public void What_is_not_understood_is_kept_and_says_why(string form, string reason) =>
        Assert.Equal(reason, Assert.IsType<UnhandledSms>(Parse(form)).Reason);

    [Fact]
    public void No_bytes_are_too_strange_to_be_read()
    {
        var chance = new Random(20261126);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Inbound);
            for (var changes = chance.Next(1, 6); changes > 0; changes--) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            Assert.NotNull(SmsWebhook.Parse(bytes).Raw);
        }
    }

    [Fact]
    public void A_zero_character_does_not_come_in()
    {
        var sms = Assert.IsType<InboundSms>(Parse(Inbound.Replace("Hello", "He%00llo", StringComparison.Ordinal)));

        Assert.Equal("He\uFFFDllo 👋", sms.Text);
        Assert.DoesNotContain("u0000", Encoding.UTF8.GetString(sms.Raw), StringComparison.Ordinal);
    }

    private static SmsItem Parse(string form) => SmsWebhook.Parse(Encoding.UTF8.GetBytes(form));
}
