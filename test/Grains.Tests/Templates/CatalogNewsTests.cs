using System.Text.Json.Nodes;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Templates;

/// <summary>What webhooks tell of templates, through the signed front door.</summary>
public sealed class CatalogNewsTests
{
    private const string Name = "appointment";

    private static readonly WebhookReceipt Taken = new(true, 1, 0);

    [Theory]
    [InlineData("FLAGGED")]
    [InlineData("LOCKED")]
    [InlineData("LIMIT_EXCEEDED")]
    public async Task A_warning_is_shown_and_leaves_a_template_in_use(string happened)
    {
        await using var product = await Product.StartAsync();
        var template = await product.ApprovedTemplate(Name, "See you tomorrow.");
        var now = product.Clock.GetUtcNow().AddMinutes(5);
        var warned = WebhookBodies.Of(now, WebhookBodies.TemplateStatus(template.Id, Name, happened));

        Assert.Equal(Taken, await product.Take(warned));
        Assert.Equal(Taken, await product.Take(warned));

        var card = await Card(product);
        Assert.Equal(("approved", happened), (card.Status, card.Warning));
        await product.Take(WebhookBodies.Of(now.AddMinutes(1), WebhookBodies.TemplateStatus(template.Id, Name, "APPROVED")));
        Assert.Null((await Card(product)).Warning);
    }

    [Theory]
    [InlineData("ARCHIVED", "other")]
    [InlineData("DELETED", "other")]
    [InlineData("PENDING_DELETION", "other")]
    [InlineData("IN_APPEAL", "other")]
    [InlineData("DISABLED", "disabled")]
    [InlineData("PAUSED", "paused")]
    [InlineData("REJECTED", "rejected")]
    [InlineData("PENDING", "pending")]
    public async Task A_template_that_is_not_approved_any_more_is_not_sent(string happened, string status)
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var template = await product.ApprovedTemplate(Name, "See you tomorrow.");

        await product.Take(WebhookBodies.Of(product.Clock.GetUtcNow().AddMinutes(5), WebhookBodies.TemplateStatus(template.Id, Name, happened)));

        var card = await Card(product);
        Assert.Equal((status, happened), (card.Status, card.ProviderStatus));
        Assert.Equal("template_not_approved", (await talk.SendTemplate(Name)).Refusal?.Code);
    }

    [Fact]
    public async Task A_pause_has_its_name_until_the_template_is_approved_again()
    {
        await using var product = await Product.StartAsync();
        var template = await product.ApprovedTemplate(Name, "See you tomorrow.");
        var now = product.Clock.GetUtcNow().AddMinutes(5);
        var paused = WebhookBodies.TemplateNews(
            "message_template_status_update", template.Id, Name, ("event", "PAUSED"), ("other_info", new JsonObject { ["title"] = "FIRST_PAUSE" }));

        await product.Take(WebhookBodies.Of(now, paused));
        Assert.Equal(("paused", "FIRST_PAUSE"), ((await Card(product)).Status, (await Card(product)).Pause));

        await product.Take(WebhookBodies.Of(now.AddHours(3), WebhookBodies.TemplateStatus(template.Id, Name, "APPROVED")));
        Assert.Equal(("approved", null), ((await Card(product)).Status, (await Card(product)).Pause));
    }

    [Fact]
    public async Task A_disabled_template_tells_since_when()
    {
        await using var product = await Product.StartAsync();
        var template = await product.ApprovedTemplate(Name, "See you tomorrow.");
        var at = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);

        await product.Take(WebhookBodies.Of(product.Clock.GetUtcNow().AddMinutes(5), WebhookBodies.TemplateNews(
            "message_template_status_update",
            template.Id,
            Name,
            ("event", "DISABLED"),
            ("disable_info", new JsonObject { ["disable_date"] = at.ToUnixTimeSeconds() }))));

        Assert.Equal(("disabled", at), ((await Card(product)).Status, (await Card(product)).DisabledAt));
    }

    [Fact]
    public async Task The_quality_is_the_newest_that_was_told_in_whatever_order()
    {
        await using var product = await Product.StartAsync();
        var template = await product.ApprovedTemplate(Name, "See you tomorrow.");
        var now = product.Clock.GetUtcNow();
        byte[] Told(string quality, DateTimeOffset at) =>
            WebhookBodies.Of(at, WebhookBodies.TemplateNews("message_template_quality_update", template.Id, Name, ("new_quality_score", quality)));

        // The list says the same, whenever the catalogue reads it.
        await product.WhatsApp.Call(HttpMethod.Post, $"templates/{template.Id}/quality", new { score = "RED" });
        await product.Idle();
        Assert.Equal(Taken, await product.Take(Told("RED", now.AddMinutes(2))));
        Assert.Equal(Taken, await product.Take(Told("YELLOW", now.AddMinutes(1))));
        Assert.Equal(Taken, await product.Take(Told("RED", now.AddMinutes(2))));

        Assert.Equal(("RED", "approved"), ((await Card(product)).Quality, (await Card(product)).Status));
        await product.KillAndStartAsync();
        Assert.Equal("RED", (await Card(product)).Quality);
    }

    [Fact]
    public async Task An_impending_category_is_shown_with_its_date_until_it_is_the_category()
    {
        await using var product = await Product.StartAsync();
        var template = await product.ApprovedTemplate(Name, "See you tomorrow.");
        var now = product.Clock.GetUtcNow();
        var at = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);
        var impending = WebhookBodies.Of(now, WebhookBodies.TemplateNews(
            "template_category_update",
            template.Id,
            Name,
            ("new_category", "UTILITY"),
            ("correct_category", "MARKETING"),
            ("category_update_timestamp", at.ToUnixTimeSeconds())));

        Assert.Equal(Taken, await product.Take(impending));
        Assert.Null((await product.Catalog().Sync()).Refusal);
        var card = await Card(product);
        Assert.Equal(("UTILITY", "MARKETING", at), (card.Category, card.ImpendingCategory, card.ImpendingAt));

        await product.Take(WebhookBodies.Of(now.AddMinutes(1), WebhookBodies.TemplateNews(
            "template_category_update", template.Id, Name, ("previous_category", "UTILITY"), ("new_category", "MARKETING"))));
        await product.Take(impending);
        card = await Card(product);
        Assert.Equal(("MARKETING", null, null), (card.Category, card.ImpendingCategory, card.ImpendingAt));
    }

    [Fact]
    public async Task A_template_whose_parts_changed_is_read_again()
    {
        await using var product = await Product.StartAsync();
        var template = await product.ApprovedTemplate(Name, "See you tomorrow.");
        await product.Take(WebhookBodies.Of(
            product.Clock.GetUtcNow(),
            WebhookBodies.TemplateNews("template_category_update", template.Id, Name, ("new_category", "MARKETING"))));
        Assert.Equal("MARKETING", (await Card(product)).Category);

        Assert.Equal(Taken, await product.Take(WebhookBodies.Of(
            WebhookBodies.TemplateNews("message_template_components_update", template.Id, Name, ("message_template_element", "See you tomorrow.")))));

        // The provider's list never heard of the other category.
        await product.Until(async () => (await Card(product)).Category == "UTILITY", "catalogue read again");
    }

    [Theory]
    [InlineData("message_template_quality_update", "new_quality_score")]
    [InlineData("message_template_components_update", "message_template_element")]
    [InlineData("template_category_update", "new_category")]
    public async Task News_of_a_template_that_is_not_known_yet_are_kept_raw(string field, string member)
    {
        await using var product = await Product.StartAsync();

        Assert.Equal(new WebhookReceipt(true, 0, 1), await product.Take(WebhookBodies.Of(WebhookBodies.TemplateNews(field, "4711", Name, (member, "RED")))));

        Assert.Equal("unknown_template", Assert.Single(await product.RawInbox.List(null, 10)).Reason);
    }

    private static async Task<TemplateCard> Card(Product product) => (await product.Catalog().Find(Name, "en_US"))!;
}
