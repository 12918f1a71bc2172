using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class ContactNewsTests
{
    [Fact]
    public void A_new_user_id_is_read_with_the_one_before()
    {
        var update = Assert.IsType<UserIdUpdate>(One("user_id_update", $$"""
            "contacts":[{{Webhook.Sheena}}],"user_id_update":[{"wa_id":"16505551234","detail":"…","user_id":{"previous":"US.1","current":"US.1349"},
              "parent_user_id":{"previous":"US.ENT.1","current":"US.ENT.118"},"timestamp":1749416383}]
            """));

        Assert.Equal((Webhook.Number, "US.1", "US.1349", "US.ENT.118"), (update.PhoneNumberId, update.Previous, update.Current, update.CurrentParent));
        Assert.Equal(("+16505551234", "Sheena Nelson"), (update.Phone, update.ProfileName));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1749416383), update.Timestamp);
    }

    [Fact]
    public void A_new_user_id_of_somebody_whose_number_is_hidden_comes_without_it() =>
        Assert.Null(Assert.IsType<UserIdUpdate>(One("user_id_update", """
            "user_id_update":[{"user_id":{"previous":"US.1","current":"US.2"},"timestamp":1749416383}]
            """)).Phone);

    [Theory]
    [InlineData("stop")]
    [InlineData("resume")]
    public void A_preference_is_read(string value)
    {
        var preference = Assert.IsType<UserPreference>(One("user_preferences", $$$"""
            "contacts":[{{{Webhook.Sheena}}}],"user_preferences":[{"user_id":"US.1349","detail":"…","category":"marketing_messages","value":"{{{value}}}","timestamp":1749416383}]
            """));

        Assert.Equal(("marketing_messages", value), (preference.Category, preference.Value));
        Assert.Equal(("+16505551234", "US.1349"), (preference.Phone, preference.UserId));
    }

    [Theory]
    [InlineData("user_id_update", """{"user_id":{"current":"US.2"},"timestamp":1}""", UnhandledReason.Malformed)]
    [InlineData("user_id_update", """{"user_id":{"previous":"US.1","current":"US.2"}}""", UnhandledReason.Malformed)]
    [InlineData("user_id_update", "7", UnhandledReason.Malformed)]
    [InlineData("user_preferences", """{"category":"marketing_messages","value":"stop","timestamp":1}""", UnhandledReason.NoSender)]
    [InlineData("user_preferences", """{"user_id":"US.1","value":"stop","timestamp":1}""", UnhandledReason.Malformed)]
    [InlineData("user_preferences", """{"user_id":"US.1","category":"marketing_messages","value":"stop"}""", UnhandledReason.Malformed)]
    public void What_does_not_say_enough_is_kept_with_the_reason(string field, string item, string reason) =>
        Assert.Equal(reason, Assert.IsType<UnhandledItem>(One(field, $"\"{field}\":[{item}]")).Reason);

    private static WebhookItem One(string field, string members)
    {
        var item = Assert.Single(Webhook.Parse(Webhook.Value(members, field)));
        WebhookWalkTests.AssertReadAgain(item);
        return item;
    }
}
