using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Templates;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class TemplateStatusUpdateTests
{
    [Fact]
    public void A_rejection_tells_why_and_what_to_change()
    {
        var update = Assert.IsType<TemplateStatusUpdate>(Read("""
            {"event":"REJECTED","message_template_id":1689556908129832,"message_template_name":"optin_request",
             "message_template_language":"en_US","message_template_category":"UTILITY","reason":"INVALID_FORMAT",
             "rejection_info":{"reason":"The text is too short.","recommendation":"Say more."}}
            """));

        Assert.Equal("419561257915477", update.WabaId);
        Assert.Equal("1689556908129832", update.TemplateId);
        Assert.Equal(("optin_request", "en_US"), (update.Name, update.Language));
        Assert.Equal(("REJECTED", "INVALID_FORMAT"), (update.Event, update.Reason));
        Assert.Equal(("The text is too short.", "Say more."), (update.RejectionReason, update.RejectionRecommendation));
        Assert.Equal("UTILITY", update.Category);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1751247548), update.Timestamp);
        WebhookWalkTests.AssertReadAgain(update);
    }

    [Theory]
    [InlineData("\"NONE\"")]
    [InlineData("null")]
    public void An_approval_has_no_reason(string reason)
    {
        var update = Assert.IsType<TemplateStatusUpdate>(Read($$"""
            {"event":"APPROVED","message_template_id":"1","message_template_name":"optin_request","message_template_language":"en_US","reason":{{reason}}}
            """));

        Assert.Equal("APPROVED", update.Event);
        Assert.Null(update.Reason);
    }

    [Fact]
    public void A_pause_and_a_disabling_tell_which_and_when()
    {
        var paused = Assert.IsType<TemplateStatusUpdate>(Read("""
            {"event":"PAUSED","message_template_id":1,"message_template_name":"n","message_template_language":"en",
             "other_info":{"title":"FIRST_PAUSE","description":"Low quality"}}
            """));
        var disabled = Assert.IsType<TemplateStatusUpdate>(Read("""
            {"event":"DISABLED","message_template_id":1,"message_template_name":"n","message_template_language":"en",
             "disable_info":{"disable_date":"1751300000"},"other_info":7}
            """));

        Assert.Equal(("FIRST_PAUSE", null), (paused.Title, paused.DisabledAt));
        Assert.Equal((null, DateTimeOffset.FromUnixTimeSeconds(1751300000)), (disabled.Title, disabled.DisabledAt));
    }

    [Theory]
    [InlineData("APPROVED"), InlineData("ARCHIVED"), InlineData("UNARCHIVED"), InlineData("DELETED"), InlineData("DISABLED"), InlineData("FLAGGED")]
    [InlineData("IN_APPEAL"), InlineData("LIMIT_EXCEEDED"), InlineData("LOCKED"), InlineData("PAUSED"), InlineData("PENDING"), InlineData("REINSTATED")]
    [InlineData("PENDING_DELETION"), InlineData("REJECTED")]
    public void Every_event_is_told(string happened) => Assert.Equal(happened, Assert.IsType<TemplateStatusUpdate>(Read($$"""
        {"event":"{{happened}}","message_template_id":1,"message_template_name":"n","message_template_language":"en"}
        """)).Event);

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("""{"event":"APPROVED","message_template_id":"a/b","message_template_name":"n","message_template_language":"en"}""")]
    [InlineData("""{"event":"APPROVED","message_template_id":1,"message_template_name":"","message_template_language":"en"}""")]
    [InlineData("""{"message_template_id":1,"message_template_name":"n","message_template_language":"en"}""")]
    public void An_update_that_names_no_template_is_kept(string value) =>
        Assert.Equal(UnhandledReason.Malformed, Assert.IsType<UnhandledItem>(Read(value)).Reason);

    private static WebhookItem Read(string value) => Assert.Single(Webhook.Parse(Webhook.Change($$"""
        "field":"message_template_status_update","value":{{value}}
        """)));
}
