using System.Net.Http.Json;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Webhooks;

/// <summary>What goes wrong between Meta and the business, beside what is answered.</summary>
public sealed class OutageTests
{
    private const string Phone = "+4915123456789";
    private const string OtherWaba = "102290129340399";

    [Fact]
    public async Task A_body_that_was_cut_comes_again_as_a_whole()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.FaultAsync(new { kind = "cutWebhook" });

        var id = (string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!;
        await simulator.Business.Message(id);
        var sent = await Eventually.Get(
            async () => (await simulator.GetControlAsync("webhooks")).AsArray() is [{ } only] && (string?)only["outcome"] == "200" ? only : null,
            "webhook that was answered 200"
        );
        await Eventually.Get(() => Task.FromResult(simulator.Business.Broken > 0 ? simulator.Business : null), "body that broke off");

        Assert.Equal((2, 1), ((int)sent["attempts"]!, simulator.Business.Broken));
        Assert.Single(simulator.Business.All);
    }

    [Fact]
    public async Task In_an_outage_nothing_is_sent_and_afterwards_everything_in_its_order()
    {
        var clock = new ManualClock();
        await using var simulator = await RunningSimulator.StartAsync(clock);
        await simulator.PhoneAsync();
        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "zero"))["id"]!);
        await simulator.FaultAsync(new { kind = "outage", seconds = 600 });

        foreach (var text in (string[])["one", "two", "three"])
            await simulator.WriteAsync(Phone, text);
        await Eventually.Get(
            async () => (await simulator.GetControlAsync("faults")).AsArray().Count == 0 ? "begun" : null,
            "beginning of the outage"
        );
        var during = (await simulator.GetControlAsync("webhooks?pending=true")).AsArray();
        clock.Advance(TimeSpan.FromSeconds(600));
        await simulator.Business.Webhook(webhook => webhook.Text.Contains("\"three\"", StringComparison.Ordinal), "last message");

        Assert.Equal([0, 0, 0], during.Select(webhook => (int)webhook!["attempts"]!));
        Assert.Equal(["zero", "one", "two", "three"], Texts(simulator));
    }

    [Fact]
    public async Task An_outage_ends_when_the_faults_are_cleared()
    {
        await using var simulator = await RunningSimulator.StartAsync(new ManualClock());
        await simulator.PhoneAsync();
        await simulator.FaultAsync(new { kind = "outage", seconds = 600 });
        var id = (string)(await simulator.WriteAsync(Phone, "Hi"))["id"]!;
        await Eventually.Get(
            async () => (await simulator.GetControlAsync("faults")).AsArray().Count == 0 ? "begun" : null,
            "beginning of the outage"
        );

        using var cleared = await simulator.Control.DeleteAsync("faults");

        await simulator.Business.Message(id);
    }

    [Fact]
    public async Task A_new_app_secret_signs_what_comes_next_also_after_a_restart()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "before"))["id"]!);

        using var reset = await simulator.Control.PutAsJsonAsync("webhooks/secret", new { secret = "rotated" });
        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "after"))["id"]!);
        await simulator.RestartAsync();
        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "later"))["id"]!);

        Assert.Equal(System.Net.HttpStatusCode.NoContent, reset.StatusCode);
        // What was answered right before the end comes again after it.
        var taken = simulator.Business.Taken.DistinctBy(webhook => (string)webhook.Messages.Single()["id"]!).ToList();
        Assert.Equal([true, false, false], taken.Select(webhook => webhook.IsSignedWith(RunningSimulator.Secret)));
        Assert.Equal([false, true, true], taken.Select(webhook => webhook.IsSignedWith("rotated")));
    }

    [Fact]
    public async Task One_POST_can_hold_the_changes_of_several_accounts()
    {
        await using var simulator = await RunningSimulator.StartAsync($"Numbers:1:WabaId={OtherWaba}");
        await simulator.PhoneAsync();
        await simulator.FaultAsync(
            new
            {
                kind = "batchWebhooks",
                size = 3,
                seconds = 600,
            }
        );

        await simulator.WriteAsync(Phone, "one");
        await simulator.ControlAsync($"phones/{Phone}/messages", new { text = "two", to = RunningSimulator.OtherNumberId });
        await simulator.ControlAsync($"accounts/{OtherWaba}/alert", new { type = "TEST" });
        var batch = await simulator.Business.Webhook(_ => true, "batch");

        Assert.Equal(
            [(RunningSimulator.WabaId, "messages"), (OtherWaba, "messages"), (OtherWaba, "account_alerts")],
            batch.Json["entry"]!.AsArray().Select(entry => ((string)entry!["id"]!, (string)entry["changes"]![0]!["field"]!))
        );
    }

    [Fact]
    public async Task One_POST_holds_three_megabytes_at_most()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.PhoneAsync();
        await simulator.FaultAsync(
            new
            {
                kind = "batchWebhooks",
                size = 3,
                seconds = 600,
            }
        );

        foreach (var sign in (char[])['a', 'b', 'c'])
            await simulator.ControlAsync($"phones/{Phone}/echoes", new { text = new string(sign, 1_400_000) });
        await simulator.Business.Webhook(webhook => webhook.Text.Contains("ccc", StringComparison.Ordinal), "last message");

        Assert.Equal([2, 1], simulator.Business.Taken.Select(webhook => webhook.Changes.Count()));
    }

    [Fact]
    public async Task What_goes_to_another_address_is_not_in_the_same_POST()
    {
        await using var simulator = await RunningSimulator.StartAsync($"Numbers:1:WabaId={OtherWaba}");
        await using var other = await WebhookReceiver.StartAsync();
        await simulator.CallAsync(
            HttpMethod.Post,
            $"{OtherWaba}/subscribed_apps",
            new { override_callback_uri = other.Url, verify_token = WebhookReceiver.VerifyToken }
        );
        await simulator.PhoneAsync();
        await simulator.FaultAsync(
            new
            {
                kind = "batchWebhooks",
                size = 2,
                seconds = 600,
            }
        );

        await simulator.WriteAsync(Phone, "one");
        await simulator.ControlAsync($"phones/{Phone}/messages", new { text = "elsewhere", to = RunningSimulator.OtherNumberId });
        await other.Webhook(webhook => webhook.Text.Contains("elsewhere", StringComparison.Ordinal), "webhook of the other account");
        await simulator.WriteAsync(Phone, "two");
        await simulator.Business.Webhook(_ => true, "batch");

        Assert.Equal(["one", "two"], Texts(simulator));
    }

    private static IEnumerable<string> Texts(RunningSimulator simulator) =>
        simulator.Business.Taken.SelectMany(webhook => webhook.Messages).Select(message => (string)message["text"]!["body"]!);
}
