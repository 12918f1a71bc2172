using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Templates;

public sealed class OptInTemplateTests
{
    private static readonly OptInWords NewWords =
        new("en_US", "Dear {{1}}, may {{2}} write to you on WhatsApp from now on?", "Reply STOP at any time.", "I agree", "I don't");

    /// <summary>The reviewers take their time until a test decides for them.</summary>
    private static ProductSettings Undecided => new() { Simulator = ["Review:Automatic=false"], AwaitsOptInTemplate = false };

    [Fact]
    public async Task While_the_request_is_under_review_nobody_can_be_asked()
    {
        await using var product = await Product.StartAsync(Undecided);
        await product.OptInIs("pending");
        var talk = await product.Talk();

        Assert.Equal("template_not_approved", (await talk.Send("Hello", optInBasis: "form")).Refusal?.Code);
        Assert.Equal("template_not_approved", (await talk.Ask()).Refusal?.Code);
        Assert.Empty(await talk.Log());
    }

    [Fact]
    public async Task A_rejected_request_is_refused_with_the_reviewers_reason()
    {
        await using var product = await Product.StartAsync(Undecided);
        await product.OptInIs("pending");
        await product.WhatsApp.Decide((await product.Catalog().FindOptIn())!.Id, "REJECTED", "PROMOTIONAL");
        await product.OptInIs("rejected");
        var talk = await product.Talk();

        var refusal = (await talk.Send("Hello", optInBasis: "form")).Refusal;

        Assert.Equal("template_not_approved", refusal?.Code);
        Assert.Contains("PROMOTIONAL", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_new_version_is_reviewed_the_approved_one_stays_in_use()
    {
        await using var product = await Product.StartAsync(Undecided);
        await product.OptInIs("pending");
        var first = (await product.Catalog().FindOptIn())!;
        await product.WhatsApp.Decide(first.Id, "APPROVED");
        await product.OptInIs("approved");

        Assert.Null((await product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind).SetOptInText(NewWords)).Refusal);
        Assert.Equal(first.Id, (await product.Catalog().FindOptIn())!.Id);
        var ada = await product.Talk();
        Talk.Taken(await ada.Ask());
        await ada.Shows("Hello Ada Lovelace, Northwind Bank would like");

        var second = (await product.Catalog().List()).Single(card => card.Body == NewWords.Body);
        await product.WhatsApp.Decide(second.Id, "APPROVED");
        await product.Until(async () => (await product.Catalog().FindOptIn())!.Id == second.Id, "new version in use");
        var grace = await product.Talk("+4915199900001", "Grace Hopper");
        Talk.Taken(await grace.Ask());
        await grace.Shows("Dear Grace Hopper, may Northwind Bank write to you");
    }

    [Fact]
    public async Task A_rejected_new_version_leaves_the_approved_one_in_use()
    {
        await using var product = await Product.StartAsync();
        await product.WhatsApp.Call(HttpMethod.Put, "templates/verdicts/opt_in_request_2", new { @event = "REJECTED", reason = "ABUSIVE_CONTENT" });
        await product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind).SetOptInText(NewWords);
        await product.Until(
            async () => (await product.Catalog().List()).Any(card => card is { Status: "rejected", RejectedReason: "ABUSIVE_CONTENT" }),
            "rejection of the new version");

        var talk = await product.Talk();
        Talk.Taken(await talk.Ask());
        await talk.Shows("Hello Ada Lovelace, Northwind Bank would like");
    }

    [Fact]
    public async Task A_contact_whose_name_no_template_can_hold_is_asked_all_the_same()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk(name: "Ada\t\n     Lovelace");

        Talk.Taken(await talk.Ask());

        await talk.Shows("Hello Ada Lovelace,");
    }

    [Fact]
    public async Task A_verdict_is_known_after_a_restart()
    {
        await using var product = await Product.StartAsync();
        await product.KillAsync();
        await product.StartHostAsync();

        await product.OptInIs("approved");
        Assert.Single(await product.Catalog().List());
    }

    [Fact]
    public async Task A_catalogue_that_lost_its_memory_knows_the_request_again_from_the_provider()
    {
        await using var product = await Product.StartAsync();
        var known = (await product.Catalog().FindOptIn())!;
        // While nothing runs: the catalogue writes when it likes.
        await product.KillAsync();
        await product.Alter("DELETE FROM grain_state WHERE name = 'catalog'");
        await product.StartHostAsync();

        await product.OptInIs("approved");
        Assert.Equal(known.Id, (await product.Catalog().FindOptIn())!.Id);
    }
}
