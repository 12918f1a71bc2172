using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Accounts;
using MultiLine.Connectors.WhatsApp.Webhooks.Numbers;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class AccountNoticeTests
{
    private const string Account = "419561257915477";

    [Fact]
    public void A_restriction_tells_what_is_forbidden_and_until_when()
    {
        var update = Read<AccountUpdate>("account_update", """
            {"event":"ACCOUNT_RESTRICTION","violation_info":{"violation_type":"SPAM"},"restriction_info":[
             {"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING","expiration":1751300000},
             {"restriction_type":"RESTRICTED_ADD_PHONE_NUMBER_ACTION"},{"expiration":1},7]}
            """);

        Assert.Equal(("ACCOUNT_RESTRICTION", "SPAM"), (update.Event, update.ViolationType));
        Assert.Equal(
            [
                new AccountRestriction("RESTRICTED_BIZ_INITIATED_MESSAGING", DateTimeOffset.FromUnixTimeSeconds(1751300000)),
                new AccountRestriction("RESTRICTED_ADD_PHONE_NUMBER_ACTION", null),
            ],
            update.Restrictions);
        AssertPlaced(update);
    }

    [Fact]
    public void A_ban_tells_its_state_and_date()
    {
        var update = Read<AccountUpdate>("account_update", """
            {"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"SCHEDULE_FOR_DISABLE","waba_ban_date":"July 30, 2025"},"restriction_info":null}
            """);

        Assert.Equal(("SCHEDULE_FOR_DISABLE", "July 30, 2025"), (update.BanState, update.BanDate));
        Assert.Empty(update.Restrictions);
        AssertPlaced(update);
    }

    [Theory]
    [InlineData("ACCOUNT_DELETED"), InlineData("ACCOUNT_VIOLATION"), InlineData("ACCOUNT_OFFBOARDED"), InlineData("ACCOUNT_RECONNECTED")]
    [InlineData("PARTNER_REMOVED"), InlineData("PARTNER_APP_INSTALLED"), InlineData("PARTNER_APP_UNINSTALLED"), InlineData("MM_LITE_TERMS_SIGNED")]
    [InlineData("BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE"), InlineData("VOLUME_BASED_PRICING_TIER_UPDATE")]
    public void Every_event_of_an_account_is_told(string happened) =>
        Assert.Equal(happened, Read<AccountUpdate>("account_update", $$"""{"event":"{{happened}}","phone_number":"15550783881"}""").Event);

    [Fact]
    public void A_notice_about_a_partner_is_about_the_account_that_it_names_and_not_the_portfolio() =>
        Assert.Equal("77", Read<AccountUpdate>("account_update", """{"event":"PARTNER_ADDED","waba_info":{"waba_id":"77","owner_business_id":"9"}}""").WabaId);

    [Fact]
    public void The_review_of_an_account_tells_its_decision()
    {
        var update = Read<AccountReviewUpdate>("account_review_update", """{"decision":"REJECTED"}""");
        Assert.Equal("REJECTED", update.Decision);
        AssertPlaced(update);
    }

    [Theory]
    [InlineData("""{"alert_type":"OBA_REJECTED","alert_severity":"WARNING","alert_description":"Not notable"}""")]
    [InlineData("""{"entity_type":"WABA","alert_info":{"alert_type":"OBA_REJECTED","alert_severity":"WARNING","alert_description":"Not notable"}}""")]
    public void An_alert_tells_what_it_warns_of(string value)
    {
        var alert = Read<AccountAlert>("account_alerts", value);
        Assert.Equal(("OBA_REJECTED", "WARNING", "Not notable"), (alert.Type, alert.Severity, alert.Description));
        AssertPlaced(alert);
    }

    [Theory]
    [InlineData("""{"max_daily_conversations_per_business":2000,"max_phone_numbers_per_business":25}""", "2000", 25)]
    [InlineData("""{"max_daily_conversations_per_business":"TIER_UNLIMITED"}""", "TIER_UNLIMITED", null)]
    [InlineData("""{"max_phone_numbers_per_business":2}""", null, 2)]
    public void A_change_of_capability_tells_what_the_business_may_do(string value, string? daily, int? numbers)
    {
        var update = Read<BusinessCapabilityUpdate>("business_capability_update", value);
        Assert.Equal((daily, numbers), (update.MaxDailyConversations, update.MaxPhoneNumbers));
        AssertPlaced(update);
    }

    [Theory]
    [InlineData("\"max_daily_conversations_per_business\":\"TIER_10K\",\"current_limit\":\"TIER_2K\"", "TIER_10K")]
    [InlineData("\"old_limit\":\"TIER_250\",\"current_limit\":\"TIER_2K\"", "TIER_2K")]
    [InlineData("\"old_limit\":\"TIER_250\"", null)]
    public void A_change_of_a_numbers_quality_tells_its_limit(string members, string? limit)
    {
        var update = Read<NumberQualityUpdate>(
            "phone_number_quality_update", "{\"display_phone_number\":\"+1 555-078-3881\",\"event\":\"UPGRADE\"," + members + "}");
        Assert.Equal(("15550783881", "UPGRADE", limit), (update.DisplayNumber, update.Event, update.Limit));
        AssertPlaced(update);
    }

    [Theory]
    [InlineData("\"rejection_reason\":\"NAME_EMPLOYEE_ISSUE\"", "NAME_EMPLOYEE_ISSUE")]
    [InlineData("\"rejection_reason\":\"NONE\"", null)]
    [InlineData("\"rejection_reason\":null", null)]
    public void A_decision_on_a_name_tells_the_name_and_why_not(string members, string? reason)
    {
        var update = Read<NumberNameUpdate>(
            "phone_number_name_update",
            "{\"display_phone_number\":15550783881,\"decision\":\"REJECTED\",\"requested_verified_name\":\"Northwind\"," + members + "}");
        Assert.Equal(("15550783881", "REJECTED", "Northwind", reason), (update.DisplayNumber, update.Decision, update.RequestedName, update.Reason));
        AssertPlaced(update);
    }

    [Fact]
    public void A_username_tells_its_status()
    {
        var update = Read<BusinessUsernameUpdate>("business_username_updates", """{"display_phone_number":"15550783881","username":"northwind","status":"approved"}""");
        Assert.Equal(("15550783881", "northwind", "approved"), (update.DisplayNumber, update.Username, update.Status));
        AssertPlaced(update);
    }

    [Theory]
    [InlineData("account_update", """{"restriction_info":[]}""")]
    [InlineData("account_update", """{"event":7}""")]
    [InlineData("account_review_update", """{"decision":""}""")]
    [InlineData("account_alerts", """{"alert_severity":"WARNING"}""")]
    [InlineData("account_alerts", """{"alert_type":"OBA_REJECTED","alert_info":{}}""")]
    [InlineData("business_capability_update", """{"max_daily_conversations_per_business":[]}""")]
    [InlineData("phone_number_quality_update", """{"event":"UPGRADE"}""")]
    [InlineData("phone_number_quality_update", """{"display_phone_number":"none","event":"UPGRADE"}""")]
    [InlineData("phone_number_quality_update", """{"display_phone_number":"15550783881"}""")]
    [InlineData("phone_number_name_update", """{"display_phone_number":"15550783881","decision":true}""")]
    [InlineData("business_username_updates", """{"display_phone_number":"15550783881","username":"northwind"}""")]
    [InlineData("account_update", "7")]
    [InlineData("phone_number_name_update", "null")]
    public void A_notice_that_does_not_say_what_it_is_about_is_kept(string field, string value) =>
        Assert.Equal(UnhandledReason.Malformed, Read<UnhandledItem>(field, value).Reason);

    [Fact]
    public void An_error_that_belongs_to_no_message_is_kept_with_its_code()
    {
        var item = Assert.IsType<UnhandledItem>(Assert.Single(Webhook.Parse(Webhook.Value("\"errors\":[{\"code\":131042,\"title\":\"t\"}]"))));
        Assert.Equal((UnhandledReason.ProviderError, 131042), (item.Reason, item.ProviderCode));
    }

    [Theory]
    [InlineData("security"), InlineData("payment_configuration_update"), InlineData("account_settings_update"), InlineData("flows")]
    [InlineData("group_lifecycle_update"), InlineData("group_participants_update"), InlineData("group_settings_update"), InlineData("group_status_update")]
    [InlineData("automatic_events"), InlineData("partner_solutions"), InlineData("messaging_handovers"), InlineData("standby")]
    [InlineData("template_correct_category_detection"), InlineData("message_echoes")]
    public void A_field_that_is_known_and_of_no_use_is_kept_as_that(string field) =>
        Assert.Equal(UnhandledReason.NotUsed, Read<UnhandledItem>(field, "{}").Reason);

    private static void AssertPlaced(AccountNotice notice)
    {
        Assert.Equal(Account, notice.WabaId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1751247548), notice.Timestamp);
        WebhookWalkTests.AssertReadAgain(notice);
    }

    private static T Read<T>(string field, string value)
        where T : WebhookItem => Assert.IsType<T>(Assert.Single(Webhook.Parse(Webhook.Change($$"""
            "field":"{{field}}","value":{{value}}
            """))));
}
