using System.Text.Json.Nodes;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Story;

/// <summary>The main job, from the first message to the talk that an approved template reopens.</summary>
public sealed class MainStoryTests
{
    [Fact]
    public async Task A_talk_begins_with_consent_runs_free_for_a_day_lapses_and_is_reopened_by_a_template()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();

        // Nothing goes out before consent.
        Assert.Equal("consent_required", (await talk.Send("Your deed is ready.")).Refusal?.Code);

        // The request goes out, the written message waits.
        var waiting = await talk.Accepted("Your deed is ready.", optInBasis: "existing_client");
        Assert.Equal("waiting", waiting.Status);
        await talk.Shows("Hello Ada Lovelace, Northwind Bank would like to send you messages");
        Assert.Single(await talk.Phone.Shown());
        Assert.Equal("consent_pending", (await talk.Send("Are you there?")).Refusal?.Code);

        // The tap releases it.
        await talk.HearsTap("Yes");
        await talk.Becomes(waiting.MessageId, "delivered");
        await talk.Shows("Your deed is ready.");

        // They talk freely.
        await talk.Delivered("When would you like to come?");
        await talk.Hears("Tomorrow at ten.");
        await talk.Delivered("See you then.");
        var standing = await talk.Standing();
        Assert.Equal(("granted", true), (standing.Consent, standing.SessionOpen));
        Assert.Equal(product.Clock.GetUtcNow() + TimeSpan.FromHours(24), standing.SessionUntil);

        // The session lapses: the reminder says so, and not a send.
        product.Clock.Advance(TimeSpan.FromHours(24));
        await product.UntilInTime(
            async () => await talk.CountInLog("session_closed") == 1, TimeSpan.FromSeconds(10), "session_closed in the log");
        var closed = JsonNode.Parse((await talk.Log()).Single(entry => entry.Type == "session_closed").Body)!;
        Assert.Equal("reminder", (string?)closed["by"]);
        Assert.Equal("session_closed", (await talk.Send("One more thing.")).Refusal?.Code);

        // An approved template goes out all the same, and the answer reopens the talk.
        await product.ApprovedTemplate("appointment", "Hello {{1}}, we would like to talk with you about your deed again.");
        var template = Talk.Taken(await talk.SendTemplate("appointment", "Ada"));
        await talk.Becomes(template.MessageId, "delivered");
        await talk.Shows("Hello Ada, we would like to talk with you about your deed again.");
        Assert.False((await talk.Standing()).SessionOpen);
        await talk.Hears("Gladly.");
        await talk.Delivered("How about Friday?");
    }

    [Fact]
    public async Task A_session_that_the_contact_extended_ends_by_its_newest_message()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        product.Clock.Advance(TimeSpan.FromHours(20));
        await talk.Hears("I am still here.");

        // The first reminder comes and finds the session extended.
        product.Clock.Advance(TimeSpan.FromHours(5));
        await talk.Delivered("Good to know.");
        Assert.Equal(0, await talk.CountInLog("session_closed"));

        product.Clock.Advance(TimeSpan.FromHours(19));
        await product.UntilInTime(
            async () => await talk.CountInLog("session_closed") == 1, TimeSpan.FromSeconds(10), "session_closed in the log");
        Assert.Equal("session_closed", (await talk.Send("And now?")).Refusal?.Code);
    }

    [Fact]
    public async Task Where_no_reminder_comes_the_next_send_closes_the_session_by_the_clock()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.LoseReminders();
        product.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal("session_closed", (await talk.Send("Too late?")).Refusal?.Code);
        var closed = JsonNode.Parse((await talk.Log()).Single(entry => entry.Type == "session_closed").Body)!;
        Assert.Equal("clock", (string?)closed["by"]);
    }

    [Fact]
    public async Task Neither_text_nor_phone_number_nor_token_is_ever_logged()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.Talk();
        var waiting = await talk.Accepted("A secret between us", optInBasis: "form");
        await talk.Shows("Northwind Bank");
        await talk.HearsTap("Yes");
        await talk.Becomes(waiting.MessageId, "delivered");
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131047 });
        var failed = await talk.Accepted("Another secret");
        await talk.Becomes(failed.MessageId, "failed");
        product.Aliases.Fail = true;
        var body = WebhookBodies.Of(WebhookBodies.Text("wamid.1", "A third secret", product.Clock.GetUtcNow(), "+4915123456780"));
        await Assert.ThrowsAnyAsync<Exception>(() => product.Take(body));

        foreach (var secret in new[] { "secret", "491512345678", SimulatedWhatsApp.Token })
        {
            Assert.DoesNotContain(product.Log.All, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }
}
