using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Grains.Templates;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Organizations;
using Orleans.Storage;

namespace MultiLine.Grains.Tests.Templates;

public sealed class CatalogTests
{
    private const string Words = "Please name the bank in the first sentence.";

    private static readonly TemplateDraft Draft = new() { Name = "appointment", Language = "en_US", Category = "UTILITY", Body = "See you tomorrow." };

    [Fact]
    public async Task What_is_told_of_a_template_that_is_not_known_yet_is_kept_raw_until_it_is()
    {
        await using var product = await Product.StartAsync();
        var told = WebhookBodies.Of(WebhookBodies.TemplateStatus("4711", "appointment", "REJECTED", Words));

        Assert.Equal(new WebhookReceipt(true, 0, 1), await product.Take(told));

        var item = Assert.Single(await product.RawInbox.List(null, 10));
        Assert.Equal("unknown_template", item.Reason);
        Assert.Contains("unknown_template", (await product.RawInbox.Replay(item.Id)).Refusal?.Message, StringComparison.Ordinal);
        Assert.Contains(Words, (await product.RawInbox.Read(item.Id))!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reviewers_words_outlive_a_restart()
    {
        await using var product = await Product.StartAsync(new ProductSettings { Simulator = ["Review:Automatic=false"], AwaitsOptInTemplate = false });
        await product.OptInIs("pending");
        var request = (await product.Catalog().FindOptIn())!;
        await product.WhatsApp.Decide(request.Id, "REJECTED", "PROMOTIONAL");
        await product.OptInIs("rejected");
        await product.Idle();
        await product.Take(WebhookBodies.Of(WebhookBodies.TemplateStatus(request.Id, request.Name, "REJECTED", Words)));

        await product.KillAndStartAsync();
        Assert.Null((await product.Catalog().Sync()).Refusal);

        Assert.Equal(("rejected", Words), await StatusOf(product, request.Name));
    }

    [Fact]
    public async Task An_older_verdict_that_comes_late_changes_nothing()
    {
        await using var product = await Product.StartAsync();
        var template = await product.ApprovedTemplate(Draft.Name, Draft.Body);
        var now = product.Clock.GetUtcNow().AddMinutes(5);
        byte[] Told(string happened, DateTimeOffset at) => WebhookBodies.Of(at, WebhookBodies.TemplateStatus(template.Id, template.Name, happened));

        await product.Take(Told("PAUSED", now));
        Assert.Equal("paused", (await StatusOf(product, template.Name)).Status);
        await product.Take(Told("REINSTATED", now.AddMinutes(2)));
        Assert.Equal(new WebhookReceipt(true, 1, 0), await product.Take(Told("PAUSED", now.AddMinutes(1))));

        Assert.Equal("approved", (await StatusOf(product, template.Name)).Status);
    }

    [Fact]
    public async Task An_event_that_nobody_has_heard_of_leaves_a_template_in_use_and_is_kept_raw()
    {
        const string happened = "FROM_TOMORROW";
        await using var product = await Product.StartAsync();
        var template = await product.ApprovedTemplate(Draft.Name, Draft.Body);

        Assert.Equal(
            new WebhookReceipt(true, 0, 1), await product.Take(WebhookBodies.Of(WebhookBodies.TemplateStatus(template.Id, template.Name, happened))));

        Assert.Equal("no_verdict", Assert.Single(await product.RawInbox.List(null, 10)).Reason);
        Assert.Equal("approved", (await StatusOf(product, template.Name)).Status);
    }

    [Theory]
    [InlineData(190, "number_restricted")]
    [InlineData(4, "rate_limited")]
    [InlineData(80007, "rate_limited")]
    [InlineData(2, "rate_limited")]
    [InlineData(100, "invalid_request")]
    public async Task A_submission_that_the_provider_does_not_take_is_refused_with_what_helps(int code, string refusal)
    {
        await using var product = await Product.StartAsync();
        await product.WhatsApp.Misbehave(new { kind = "refuse", on = "message_templates", code });

        Assert.Equal(refusal, (await product.Catalog().Submit(Draft)).Refusal?.Code);
    }

    [Fact]
    public async Task A_catalogue_that_may_not_be_read_says_so()
    {
        await using var product = await Product.StartAsync();
        await product.WhatsApp.Misbehave(new { kind = "refuse", on = "message_templates", code = 190 });

        Assert.Equal("number_restricted", (await product.Catalog().Sync()).Refusal?.Code);
    }

    [Fact]
    public async Task A_submission_whose_reply_was_lost_shows_up_when_the_catalogue_is_read_again()
    {
        await using var product = await Product.StartAsync();
        await product.WhatsApp.Misbehave(new { kind = "loseReply", on = "message_templates" });

        Assert.Equal("rate_limited", (await product.Catalog().Submit(Draft)).Refusal?.Code);

        await product.UntilInTime(
            async () => (await product.Catalog().Find(Draft.Name, Draft.Language))?.Status == "approved",
            TimeSpan.FromSeconds(1),
            "template whose submission was not answered");
    }

    [Fact]
    public async Task An_opt_in_request_that_was_refused_at_the_start_is_submitted_again_by_itself()
    {
        await using var product = await Product.StartAsync();
        var store = product.Service<IOrganizationStore>();
        var contoso = Firms.ContosoInsurance;
        await store.SaveAsync(contoso with { OptIn = OptInText.Default with { Body = "{{1}}" } }, expectedVersion: 0);
        Assert.Null((await product.Catalog(Firms.Contoso).Sync()).Refusal);
        Assert.Null(await product.Catalog(Firms.Contoso).FindOptIn());

        await store.SaveAsync(contoso, expectedVersion: 1);

        await product.UntilInTime(
            async () => (await product.Catalog(Firms.Contoso).FindOptIn())?.Status == "approved",
            TimeSpan.FromSeconds(1),
            "approved opt-in request");
    }

    [Fact]
    public async Task An_organisation_that_is_made_beside_the_running_system_has_its_opt_in_request_submitted_by_itself()
    {
        await using var product = await Product.StartAsync();
        await product.Service<IOrganizationStore>().SaveAsync(Firms.ContosoInsurance, expectedVersion: 0);

        Assert.Null(await product.Catalog(Firms.Contoso).FindOptIn());

        await product.OptInIs("approved", Firms.Contoso);
    }

    /// <summary>As the first release wrote it: renaming a property would lose the words, which come only once.</summary>
    [Fact]
    public async Task A_stored_catalogue_is_read_as_it_was_written()
    {
        await using var product = await Product.StartAsync();
        await product.Alter(
            """
            INSERT INTO grain_state (name, grain_id, version, body) VALUES ('catalog', 'template-catalog/acme', 7, CAST('{"templates":[{"id":"4711","name":"opt_in_request_2","language":"en_US","category":"UTILITY","status":"rejected","rejected_reason":"Please name the bank in the first sentence.","header":"Hello","body":"Hello {{1}}, {{2}} asks.","footer":"Reply STOP.","buttons":["Yes","No"]}],"opt_in_names":["opt_in_request_1","opt_in_request_2"],"reported_at":{"4711":"2026-03-02T09:00:00+00:00"}}' AS BLOB))
            """);
        var stored = new GrainState<TemplateCatalogState>();

        await product.Service<IGrainStorage>().ReadStateAsync("catalog", GrainId.Create("template-catalog", "acme"), stored);

        var card = Assert.Single(stored.State!.Templates);
        Assert.Equal(
            ("4711", "opt_in_request_2", "en_US", "UTILITY", "rejected", Words), (card.Id, card.Name, card.Language, card.Category, card.Status, card.RejectedReason));
        Assert.Equal(("Hello", "Hello {{1}}, {{2}} asks.", "Reply STOP."), (card.Header, card.Body, card.Footer));
        Assert.Equal(["Yes", "No"], card.Buttons);
        Assert.Equal(["opt_in_request_1", "opt_in_request_2"], stored.State.OptInNames);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), stored.State.ReportedAt["4711"]);
        Assert.Equal("7", stored.ETag);
    }

    private static async Task<(string Status, string? Reason)> StatusOf(Product product, string name)
    {
        var card = (await product.Catalog().Find(name, "en_US"))!;
        return (card.Status, card.RejectedReason);
    }
}
