using System.Text;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Webhooks;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class MessageStatusTests
{
    [Fact]
    public void A_status_is_read_with_the_attempt_that_it_answers()
    {
        var status = Read("""
            {"id":"wamid.sent","status":"delivered","timestamp":"1750030073","recipient_id":"16505551234","recipient_user_id":"US.1349",
             "biz_opaque_callback_data":"attempt-1","pricing":{"billable":true,"pricing_model":"PMP","category":"utility"}}
            """);

        Assert.Equal(Webhook.Number, status.PhoneNumberId);
        Assert.Equal("wamid.sent", status.Wamid);
        Assert.Equal(DeliveryStatus.Delivered, status.Status);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1750030073), status.Timestamp);
        Assert.Equal("+16505551234", status.RecipientPhone);
        Assert.Equal("US.1349", status.RecipientUserId);
        Assert.Equal("attempt-1", status.CallbackData);
        Assert.Null(status.Error);
        Assert.Equal("""{"billable":true,"pricing_model":"PMP","category":"utility"}""", Encoding.UTF8.GetString(status.Pricing.Span));
    }

    [Theory]
    [InlineData("sent", DeliveryStatus.Sent)]
    [InlineData("delivered", DeliveryStatus.Delivered)]
    [InlineData("read", DeliveryStatus.Read)]
    [InlineData("played", DeliveryStatus.Played)]
    [InlineData("failed", DeliveryStatus.Failed)]
    public void Every_status_is_known_by_its_name(string name, DeliveryStatus expected) =>
        Assert.Equal(expected, Read($$"""{"id":"wamid.1","status":"{{name}}","timestamp":1750030073}""").Status);

    [Fact]
    public void A_failure_carries_the_code_and_the_most_telling_words()
    {
        var status = Read("""
            {"id":"wamid.1","status":"failed","timestamp":"1750030073","recipient_id":"16505551234",
             "errors":[{"code":131026,"title":"Message undeliverable","message":"Message undeliverable","error_data":{"details":"Unable to deliver"}}]}
            """);

        Assert.Equal(new GraphError(131026, "Unable to deliver"), status.Error);
        Assert.Equal(GraphHandling.UseSms, GraphErrors.For(status.Error!.Code)!.Handling);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[{}]")]
    [InlineData("[7]")]
    [InlineData("{\"code\":1}")]
    public void A_failure_whose_error_is_unreadable_is_a_failure_all_the_same(string errors) =>
        Assert.Null(Read($$"""{"id":"wamid.1","status":"failed","timestamp":"1750030073","errors":{{errors}}}""").Error);

    [Fact]
    public void A_recipient_without_a_number_is_named_by_user_id() =>
        Assert.Equal("US.1349", Read("""
            {"id":"wamid.1","status":"sent","timestamp":"1750030073","recipient_id":"US.1349"}
            """).RecipientUserId);

    [Theory]
    [InlineData("\"id\":\"wamid.1\",\"status\":\"teleported\",\"timestamp\":\"1\"", UnhandledReason.UnknownStatus)]
    [InlineData("\"id\":\"wamid.1\",\"timestamp\":\"1\"", UnhandledReason.UnknownStatus)]
    [InlineData("\"status\":\"sent\",\"timestamp\":\"1\"", UnhandledReason.Malformed)]
    [InlineData("\"id\":\"wamid.1\",\"status\":\"sent\"", UnhandledReason.Malformed)]
    [InlineData("\"id\":\"wamid.1\",\"status\":\"sent\",\"timestamp\":\"1\",\"recipient_type\":\"group\"", UnhandledReason.Group)]
    public void A_status_that_is_not_understood_is_kept_with_the_reason(string members, string reason) =>
        Assert.Equal(reason, Assert.IsType<UnhandledItem>(Webhook.Status($"{{{members}}}")).Reason);

    private static MessageStatus Read(string status) => Assert.IsType<MessageStatus>(Webhook.Status(status));
}
