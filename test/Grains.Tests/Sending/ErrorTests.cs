using MultiLine.Connectors.WhatsApp;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>What every error code of Meta's leads to, where the call is refused with it and where a status brings it.</summary>
public sealed class ErrorTests
{
    private static readonly Dictionary<string, int[]> FailsAs = new(StringComparer.Ordinal)
    {
        ["not_on_whatsapp"] = [131026],
        ["session_closed"] = [131047],
        ["marketing_stopped"] = [131050],
        ["marketing_held_back"] = [130472, 131049],
        ["no_phone_number"] = [131062],
        ["media_rejected"] = [131052, 131053],
        ["template_parameters"] = [132000, 132005, 132012, 132018],
        ["template_not_approved"] =
            [132001, 132007, 132015, 132016, 132068, 131064, 2388019, 2388039, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299],
        ["provider_refused"] =
        [
            100, 130403, 130497, 131008, 131009, 131021, 131043, 131051, 131055, 131060, 131063, 133000, 133005, 133008, 133009, 133016, 134011,
            134100, 134102, 135000, 147001, 147005, 2593107, 2593109,
        ],
    };

    /// <summary>After how many seconds. For 131056 it is the pair's own rate that counts.</summary>
    private static readonly Dictionary<int, int> SentAgainAfter = new()
    {
        [4] = 60, [80007] = 60, [130429] = 1, [131056] = 6, [132069] = 60, [133015] = 300, [134101] = 300,
    };

    private static readonly int[] MayHaveGoneOut = [1, 2, 131000, 131016, 131057, 133004];
    private static readonly int[] Pauses = [0, 3, 10, 33, 190, 200, 299, 368, 131005, 131031, 131037, 131042, 131045, 133006, 133010];
    private static readonly int[] KeepsBack = [131048];

    [Fact]
    public void Every_documented_code_is_looked_at() => Assert.Equal(
        GraphErrors.All.SelectMany(rule => new[] { rule.First, rule.Last }).Distinct().Order(),
        FailsAs.Values.SelectMany(codes => codes).Concat(SentAgainAfter.Keys).Concat(MayHaveGoneOut).Concat(Pauses).Concat(KeepsBack).Order());

    [Fact]
    public async Task A_refused_call_ends_the_message_with_its_reason()
    {
        await using var product = await Product.StartAsync();
        foreach (var (reason, code) in FailsAs.SelectMany(reason => reason.Value.Select(code => (reason.Key, code))))
        {
            var (talk, message) = await Refused(product, code);
            await talk.Becomes(message.MessageId, "failed");

            var failed = await Look(talk, message);
            Assert.Equal((reason, code, 1), (failed.Failure?.Code, failed.ProviderCode, failed.Attempts));
            Assert.Null((await product.Sender().GetHealth()).Pause);
        }
    }

    [Fact]
    public async Task What_was_refused_before_anything_happened_waits_and_is_sent_again()
    {
        await using var product = await Product.StartAsync();
        foreach (var (code, seconds) in SentAgainAfter)
        {
            var (talk, message) = await Refused(product, code);
            await product.Until(async () => await Look(talk, message) is { Status: "queued", ProviderCode: var told } && told == code, $"wait after {code}");
            await product.Idle();
            product.Clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
            await product.Idle();
            Assert.Equal(("queued", 1), (await Look(talk, message)).StatusAndAttempts());

            product.Clock.Advance(TimeSpan.FromSeconds(0.1));
            await talk.Becomes(message.MessageId, "delivered");
            Assert.Equal(1, await product.WhatsApp.CountTaken(talk.Phone));
        }
    }

    [Fact]
    public async Task What_may_have_gone_out_is_never_sent_again_by_itself_and_ends_as_unknown()
    {
        await using var product = await Product.StartAsync();
        List<(Talk Talk, MessageSummary Message)> sent = [];
        foreach (var code in MayHaveGoneOut)
        {
            var (talk, message) = await Refused(product, code);
            await talk.Becomes(message.MessageId, "sending");
            await product.Idle();
            sent.Add((talk, message));
            // Several in a row would have the number wait.
            await product.Sender().Resume();
        }

        foreach (var (talk, message) in sent)
        {
            Assert.Equal(("sending", 1), (await Look(talk, message)).StatusAndAttempts());
        }

        product.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var (talk, message) in sent)
        {
            await talk.Becomes(message.MessageId, "outcome_unknown");
            Assert.Equal(1, (await Look(talk, message)).Attempts);
            Assert.Equal(0, await product.WhatsApp.CountTaken(talk.Phone));
        }
    }

    [Fact]
    public async Task What_only_somebody_can_mend_pauses_the_number_and_keeps_the_message()
    {
        await using var product = await Product.StartAsync();
        foreach (var code in Pauses)
        {
            var (talk, message) = await Refused(product, code);
            await product.Until(async () => (await product.Sender().GetHealth()).Pause?.ProviderCode == code, $"pause for {code}");
            await product.Until(async () => await Look(talk, message) is { Status: "queued", ProviderCode: var told } && told == code, $"wait after {code}");

            await product.Idle();
            product.Clock.Advance(TimeSpan.FromSeconds(1));
            await product.Sender().Resume();
            await talk.Becomes(message.MessageId, "delivered");
        }
    }

    [Fact]
    public async Task A_status_ends_the_message_with_the_same_reason_and_is_never_followed_by_another_attempt()
    {
        await using var product = await Product.StartAsync();
        var reasons = FailsAs
            .Concat([new("rate_limited", [.. SentAgainAfter.Keys]), new("provider_refused", MayHaveGoneOut), new("number_restricted", [.. Pauses, .. KeepsBack])])
            .SelectMany(reason => reason.Value.Select(code => (reason.Key, code)));
        List<(Talk Talk, MessageSummary Message)> sent = [];
        foreach (var (reason, code) in reasons)
        {
            var talk = await product.OpenTalk(Phone(code));
            await product.WhatsApp.Misbehave(new { kind = "failMessage", code });
            var message = await talk.Accepted("Good morning");
            await talk.Becomes(message.MessageId, "failed");
            sent.Add((talk, message));

            var failed = await Look(talk, message);
            Assert.Equal((reason, code), (failed.Failure?.Code, failed.ProviderCode));
            Assert.Null((await product.Sender().GetHealth()).Pause);
        }

        await product.Idle();
        product.Clock.Advance(TimeSpan.FromHours(2));
        await product.Idle();
        foreach (var (talk, message) in sent)
        {
            Assert.Equal(("failed", 1), (await Look(talk, message)).StatusAndAttempts());
        }
    }

    private static async Task<(Talk Talk, MessageSummary Message)> Refused(Product product, int code)
    {
        var talk = await product.OpenTalk(Phone(code));
        await product.Idle();
        await product.WhatsApp.Misbehave(new { kind = "refuse", code, httpStatus = 400 });
        return (talk, await talk.Accepted("Good morning"));
    }

    private static string Phone(int code) => $"+491515{code:0000000}";

    private static async Task<MessageSummary> Look(Talk talk, MessageSummary message) => (await talk.Conversation.GetMessage(message.MessageId))!;
}

file static class Summaries
{
    public static (string Status, int Attempts) StatusAndAttempts(this MessageSummary message) => (message.Status, message.Attempts);
}
