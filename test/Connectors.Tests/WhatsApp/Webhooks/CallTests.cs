using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Calls;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class CallTests
{
    [Theory]
    [InlineData("connect", "USER_INITIATED", 1749416383)]
    [InlineData("terminate", "USER_INITIATED", 1749416300)]
    [InlineData("call_recording_available", "USER_INITIATED", null)]
    [InlineData("connect", "BUSINESS_INITIATED", null)]
    [InlineData("terminate", "BUSINESS_INITIATED", null)]
    [InlineData("connect", "?", null)]
    public void Only_a_call_from_the_contact_opens_the_session_from_when_it_began(string happened, string direction, int? from) =>
        Assert.Equal(from, Call($$"""
            {"id":"wacid.1","from":"16505551234","to":"16505551234","event":"{{happened}}","timestamp":"1749416383","direction":"{{direction}}",
             "start_time":"1749416300"}
            """).SessionFrom?.ToUnixTimeSeconds());

    [Fact]
    public void A_call_that_ended_tells_how_long_it_was_and_how_it_ended()
    {
        var call = Call("""
            {"id":"wacid.1","from":"16505551234","to":"15550783881","event":"terminate","timestamp":"1749416400","direction":"USER_INITIATED",
             "status":"COMPLETED","start_time":"1749416383","end_time":"1749416400","duration":17}
            """);

        Assert.Equal((Webhook.Number, "wacid.1", "terminate", "COMPLETED"), (call.PhoneNumberId, call.CallId, call.Event, call.Status));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1749416383), call.StartedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1749416400), call.EndedAt);
        Assert.Equal(TimeSpan.FromSeconds(17), call.Duration);
        Assert.Equal(("+16505551234", "US.1349", "Sheena Nelson"), (call.Phone, call.UserId, call.ProfileName));
        Assert.True(call.Inbound);
    }

    [Fact]
    public void Of_a_call_of_ours_the_contact_is_whom_we_called()
    {
        var call = Call("""{"id":"wacid.1","from":"15550783881","to":"16505551234","event":"connect","timestamp":"1","direction":"BUSINESS_INITIATED"}""");

        Assert.Equal(("+16505551234", false), (call.Phone, call.Inbound));
    }

    [Theory]
    [InlineData("\"event\":\"call_recording_available\",\"call_recording\":{\"audio\":{\"id\":\"9\",\"sha256\":\"s\",\"mime_type\":\"audio/ogg\"}}", "audio/ogg")]
    [InlineData("\"event\":\"call_transcription_available\",\"call_transcript\":{\"document\":{\"id\":\"9\",\"sha256\":\"s\",\"mime_type\":\"application/json\"}}", "application/json")]
    public void A_recording_and_a_transcript_name_their_file(string members, string mimeType) =>
        Assert.Equal(
            new MediaObject("9") { Sha256 = "s", MimeType = mimeType },
            Call($$"""{"id":"wacid.1","from":"16505551234","timestamp":"1","direction":"USER_INITIATED",{{members}}}""").File);

    [Fact]
    public void What_becomes_of_a_call_of_ours_is_read()
    {
        var status = Assert.IsType<CallStatus>(One("\"statuses\":[{\"id\":\"wacid.1\",\"type\":\"call\",\"status\":\"RINGING\",\"timestamp\":\"5\",\"recipient_id\":\"16505551234\"}]"));

        Assert.Equal(("wacid.1", "RINGING", "+16505551234"), (status.CallId, status.Status, status.RecipientPhone));
    }

    [Theory]
    [InlineData("""{"from":"16505551234","event":"connect","timestamp":"1"}""", UnhandledReason.Malformed)]
    [InlineData("""{"id":"wacid.1","from":"16505551234","timestamp":"1"}""", UnhandledReason.Malformed)]
    [InlineData("""{"id":"wacid.1","from":"16505551234","event":"connect"}""", UnhandledReason.Malformed)]
    [InlineData("""{"id":"wacid.1","event":"connect","timestamp":"1","to":"x","from":"y"}""", UnhandledReason.NoSender)]
    public void A_call_that_belongs_to_nobody_is_kept_with_the_reason(string call, string reason) =>
        Assert.Equal(reason, Assert.IsType<UnhandledItem>(One($"\"calls\":[{call}]")).Reason);

    private static CallEvent Call(string call) => Assert.IsType<CallEvent>(One($$"""
        "contacts":[{{Webhook.Sheena}}],"calls":[{{call}}]
        """));

    private static WebhookItem One(string members)
    {
        var item = Assert.Single(Webhook.Parse(Webhook.Value(members, field: "calls")));
        WebhookWalkTests.AssertReadAgain(item);
        return item;
    }
}
