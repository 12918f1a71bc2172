using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Tests.Running;
using MultiLine.Storage.Organizations;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>Faults of our own around the call to the provider: what surely did not go out is never called unknown.</summary>
public sealed class UnsentTests
{
    [Fact]
    public async Task A_message_whose_attempt_fails_before_the_provider_is_called_is_tried_again_by_itself()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        product.Appends.After("attempt_started", _ => Fault());

        var message = await talk.Accepted("Good morning to you");
        await product.UntilInTime(() => Is(talk, message, "delivered"), TimeSpan.FromSeconds(1), "delivered message");

        Assert.Equal(2, (await talk.Conversation.GetMessage(message.MessageId))!.Attempts);
        Assert.Equal(1, await talk.CountInLog("attempt_deferred"));
        Assert.Equal(0, await talk.CountInLog("outcome_unknown"));
        Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task An_attempt_that_did_not_begin_is_made_later_as_if_nothing_had_been()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        product.Appends.Before("attempt_started", _ => Fault());

        var message = await talk.Accepted("Good morning to you");
        await product.UntilInTime(() => Is(talk, message, "delivered"), TimeSpan.FromSeconds(1), "delivered message");

        Assert.Equal(1, (await talk.Conversation.GetMessage(message.MessageId))!.Attempts);
        Assert.Equal(0, await talk.CountInLog("attempt_deferred"));
    }

    [Fact]
    public async Task A_refusal_is_recorded_although_the_storage_fails_for_a_moment()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 131051 });
        product.Appends.Before("message_failed", _ => Fault());

        var message = await talk.Accepted("Good morning to you");
        await product.UntilInTime(() => Is(talk, message, "failed"), TimeSpan.FromSeconds(1), "failed message");

        Assert.Equal(131051, (await talk.Conversation.GetMessage(message.MessageId))!.ProviderCode);
        Assert.Equal(0, await talk.CountInLog("outcome_unknown"));
    }

    [Fact]
    public async Task An_attempt_has_one_order_however_often_it_is_asked_for()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 190, httpStatus = 401 });
        var message = await talk.Accepted("Good morning to you");
        await product.Until(async () => (await product.Sender().GetHealth()).Pause is not null, "pause of the number");
        product.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(await talk.Conversation.StartAttempt(message.MessageId, "attempt"));
        await talk.Conversation.EndAttempt(new AttemptReport { MessageId = message.MessageId, AttemptId = "attempt", NotBefore = product.Clock.GetUtcNow() });

        Assert.Null(await talk.Conversation.StartAttempt(message.MessageId, "attempt"));
    }

    [Fact]
    public async Task A_template_that_is_gone_when_its_turn_comes_fails_as_not_approved()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.ApprovedTemplate("reopen", "Good morning {{1}}, are you there?");
        await product.WhatsApp.Misbehave(new { kind = "rateLimit" });
        var message = Talk.Taken(await talk.SendTemplate("reopen", "Ada"));
        await product.Until(async () => (await talk.Conversation.GetMessage(message.MessageId))!.ProviderCode == 130429, "message that has to wait");
        await product.WhatsApp.DeleteTemplate(Firms.NorthwindAccount, "reopen");
        Assert.Null((await product.Catalog().Sync()).Refusal);

        await product.UntilInTime(() => Is(talk, message, "failed"), TimeSpan.FromSeconds(1), "failed message");

        var failed = (await talk.Conversation.GetMessage(message.MessageId))!;
        Assert.Equal(("template_not_approved", null), (failed.Failure?.Code, failed.ProviderCode));
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
    }

    [Fact]
    public async Task A_message_whose_number_has_gone_to_another_line_is_not_sent_from_it()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 80007 });
        var message = await talk.Accepted("Good morning to you");
        await product.Until(async () => (await talk.Conversation.GetMessage(message.MessageId))!.ProviderCode == 80007, "message that has to wait");
        var store = product.Service<IOrganizationStore>();
        var stored = (await store.FindAsync(Firms.Northwind))!;
        var renumbered = new Line(Firms.Line, "Private banking") { Numbers = [new LineNumber(Channel.WhatsApp, Firms.ContosoNumber, "+1 555 078 3881")] };
        Assert.Equal(SaveOrganizationResult.Saved, await store.SaveAsync(stored.Organization with { Lines = [renumbered] }, stored.Version));

        // The message waits longer than the line's old number is believed.
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.Becomes(message.MessageId, "failed");

        Assert.Equal("whatsapp_not_enabled", (await talk.Conversation.GetMessage(message.MessageId))!.Failure?.Code);
        Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
    }

    private static Task Fault() => throw new StorageUnavailableException("The disk is away.", new IOException());

    private static async Task<bool> Is(Talk talk, MessageSummary message, string status) =>
        (await talk.Conversation.GetMessage(message.MessageId))!.Status == status;
}
