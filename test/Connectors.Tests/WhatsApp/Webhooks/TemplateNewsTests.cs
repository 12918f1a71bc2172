using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Templates;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class TemplateNewsTests
{
    private const string Named = "\"message_template_id\":1689556908129832,\"message_template_name\":\"optin_request\",\"message_template_language\":\"en_US\"";

    private static readonly DateTimeOffset Told = DateTimeOffset.FromUnixTimeSeconds(1751247548);

    [Fact]
    public void A_change_of_quality_tells_the_new_one_and_the_one_before()
    {
        var update = Read<TemplateQualityUpdate>("message_template_quality_update", "\"previous_quality_score\":\"GREEN\",\"new_quality_score\":\"YELLOW\"");

        Assert.Equal(("GREEN", "YELLOW"), (update.PreviousQuality, update.Quality));
        AssertNamed(update);
    }

    [Fact]
    public void A_change_of_parts_names_the_template() =>
        AssertNamed(Read<TemplateComponentsUpdate>("message_template_components_update", "\"message_template_element\":\"Hello\""));

    [Fact]
    public void A_change_of_category_that_is_done_has_nothing_impending()
    {
        var update = Read<TemplateCategoryUpdate>("template_category_update", "\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"");

        Assert.Equal(("MARKETING", null, null), (update.Category, update.ImpendingCategory, update.ImpendingAt));
        AssertNamed(update);
    }

    [Fact]
    public void A_change_of_category_that_is_to_come_tells_which_and_when()
    {
        var update = Read<TemplateCategoryUpdate>(
            "template_category_update", "\"new_category\":\"UTILITY\",\"correct_category\":\"MARKETING\",\"category_update_timestamp\":1751300000");

        Assert.Equal(("UTILITY", "MARKETING", DateTimeOffset.FromUnixTimeSeconds(1751300000)), (update.Category, update.ImpendingCategory, update.ImpendingAt));
        AssertNamed(update);
    }

    [Theory]
    [InlineData("message_template_quality_update", "\"new_quality_score\":7")]
    [InlineData("message_template_quality_update", "\"previous_quality_score\":\"GREEN\"")]
    [InlineData("template_category_update", "\"new_category\":[\"UTILITY\"]")]
    [InlineData("template_category_update", "\"correct_category\":\"UTILITY\"")]
    public void News_that_lack_what_they_are_about_are_kept(string field, string members) =>
        Assert.Equal(UnhandledReason.Malformed, Read<UnhandledItem>(field, members).Reason);

    [Theory]
    [InlineData("message_template_quality_update", "{\"new_quality_score\":\"GREEN\"}")]
    [InlineData("message_template_components_update", "{\"message_template_id\":{}}")]
    [InlineData("message_template_components_update", "[]")]
    [InlineData("template_category_update", "{\"new_category\":\"UTILITY\",\"message_template_id\":1}")]
    public void News_of_no_template_are_kept(string field, string value) => Assert.Equal(
        UnhandledReason.Malformed,
        Assert.IsType<UnhandledItem>(Assert.Single(Webhook.Parse(Webhook.Change($$"""
            "field":"{{field}}","value":{{value}}
            """)))).Reason);

    private static void AssertNamed(TemplateNotice notice)
    {
        Assert.Equal(("419561257915477", "1689556908129832", "optin_request", "en_US"), (notice.WabaId, notice.TemplateId, notice.Name, notice.Language));
        Assert.Equal(Told, notice.Timestamp);
        WebhookWalkTests.AssertReadAgain(notice);
    }

    private static T Read<T>(string field, string members)
        where T : WebhookItem => Assert.IsType<T>(Assert.Single(Webhook.Parse(Webhook.Change($$"""
            "field":"{{field}}","value":{ {{Named}},{{members}} }
            """))));
}
