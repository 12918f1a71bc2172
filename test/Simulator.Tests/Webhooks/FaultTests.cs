using System.Net;
using MultiLine.Simulator.Tests.Harness;

namespace MultiLine.Simulator.Tests.Webhooks;

public sealed class FaultTests
{
    private const string Phone = "+4915123456789";

    [Theory]
    [InlineData("serverError", 500, 131000)]
    [InlineData("rateLimit", 429, 130429)]
    public async Task A_send_fails_as_often_as_asked(string kind, int status, int code)
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(new { kind, count = 2 });

        await simulator.RefusedAsync(Bodies.Text(Phone), (HttpStatusCode)status, code);
        await simulator.RefusedAsync(Bodies.Text(Phone), (HttpStatusCode)status, code);

        await simulator.SendAsync(Bodies.Text(Phone));
        Assert.Equal(1, (int)(await simulator.GetControlAsync("messages"))["total"]!);
    }

    [Fact]
    public async Task A_send_is_refused_with_any_code()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(
            new
            {
                kind = "refuse",
                code = 368,
                httpStatus = 403,
                details = "Restricted.",
            }
        );

        var error = await simulator.RefusedAsync(Bodies.Text(Phone), HttpStatusCode.Forbidden, 368);

        Assert.Equal("Restricted.", (string)error["error_data"]!["details"]!);
    }

    [Fact]
    public async Task Other_calls_misbehave_only_when_named()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(
            new
            {
                kind = "serverError",
                on = "phone_numbers",
                httpStatus = 503,
            }
        );

        await simulator.SendAsync(Bodies.Text(Phone));
        var (status, body) = await simulator.CallAsync(HttpMethod.Get, $"{RunningSimulator.WabaId}/phone_numbers");

        RunningSimulator.AssertRefused(status, body, HttpStatusCode.ServiceUnavailable, 131000);
    }

    [Fact]
    public async Task A_delayed_call_is_answered_late()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(new { kind = "delay", seconds = 0.3 });
        var start = TimeProvider.System.GetTimestamp();

        await simulator.SendAsync(Bodies.Text(Phone));

        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0.29, 30);
    }

    [Fact]
    public async Task A_lost_reply_leaves_a_message_that_its_callback_data_identifies()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(new { kind = "loseReply" });

        await Assert.ThrowsAsync<HttpRequestException>(() => simulator.PostAsync(Bodies.Text(Phone, callbackData: "attempt-1")));
        var webhook = await simulator.Business.Webhook(
            webhook => webhook.Statuses.Any(status => (string?)status["biz_opaque_callback_data"] == "attempt-1"),
            "status of the attempt"
        );

        var sent = Assert.Single((await simulator.GetControlAsync("messages?callbackData=attempt-1"))["messages"]!.AsArray())!;
        Assert.Equal((string)sent["id"]!, (string)webhook.Statuses.Single()["id"]!);
    }

    [Fact]
    public async Task A_lost_request_leaves_nothing()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(new { kind = "loseRequest" });

        await Assert.ThrowsAsync<HttpRequestException>(() => simulator.PostAsync(Bodies.Text(Phone)));

        Assert.Equal(0, (int)(await simulator.GetControlAsync("messages"))["total"]!);
    }

    [Fact]
    public async Task The_first_status_can_arrive_before_the_reply()
    {
        await using var simulator = await StartWithOpenWindowAsync("Statuses:SentAfter=01:00:00", "Statuses:DeliveredAfter=01:00:00");
        await simulator.FaultAsync(new { kind = "earlyStatus" });

        var id = await simulator.SendAsync(Bodies.Text(Phone));

        Assert.Equal(["sent"], simulator.Business.StatusesOf(id));
    }

    [Fact]
    public async Task An_accepted_message_can_fail_with_any_code()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(new { kind = "failMessage", code = 131053 });

        var failed = await simulator.Business.Status(await simulator.SendAsync(Bodies.Text(Phone)), "failed");

        Assert.Equal(131053, (int)failed["errors"]![0]!["code"]!);
    }

    [Fact]
    public async Task A_webhook_can_come_twice()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(new { kind = "duplicateWebhook" });

        var id = (string)(await simulator.WriteAsync(Phone, "Twice"))["id"]!;
        await Eventually.Get(
            () =>
                Task.FromResult(
                    simulator.Business.Taken.Count(webhook => webhook.Messages.Any(message => (string?)message["id"] == id)) == 2
                        ? id
                        : null
                ),
            "second copy of the webhook"
        );
        var next = (string)(await simulator.WriteAsync(Phone, "Once"))["id"]!;
        await simulator.Business.Message(next);

        Assert.Single(simulator.Business.Taken, webhook => webhook.Messages.Any(message => (string?)message["id"] == next));
    }

    [Fact]
    public async Task Webhooks_can_come_in_reverse_order()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(
            new
            {
                kind = "reorderWebhooks",
                size = 3,
                seconds = 600,
            }
        );

        foreach (var text in (string[])["one", "two", "three"])
            await simulator.WriteAsync(Phone, text);
        await simulator.Business.Webhook(webhook => webhook.Text.Contains("\"one\"", StringComparison.Ordinal), "first message");

        Assert.Equal(["three", "two", "one"], Texts(simulator).Skip(1));
    }

    [Fact]
    public async Task Webhooks_can_come_in_one_POST_with_several_changes_and_messages()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.PhoneAsync("+4915100000002");
        await simulator.FaultAsync(
            new
            {
                kind = "batchWebhooks",
                size = 4,
                seconds = 600,
            }
        );

        await simulator.WriteAsync(Phone, "one");
        await simulator.WriteAsync("+4915100000002", "two");
        await simulator.ControlAsync($"phones/{Phone}/messages", new { text = "three", to = RunningSimulator.OtherNumberId });
        await simulator.TemplateAsync(Bodies.OptIn());
        var batch = await simulator.Business.Webhook(webhook => webhook.Text.Contains("\"one\"", StringComparison.Ordinal), "batch");

        var entries = batch.Json["entry"]!.AsArray();
        Assert.Equal(2, entries.Count);
        Assert.Equal(2, entries[0]!["changes"]!.AsArray().Count);
        Assert.Equal(2, entries[0]!["changes"]![0]!["value"]!["messages"]!.AsArray().Count);
        Assert.Equal(2, entries[0]!["changes"]![0]!["value"]!["contacts"]!.AsArray().Count);
        Assert.NotNull(entries[1]!["time"]);
        Assert.Equal(["one", "two", "three"], batch.Messages.Select(message => (string)message["text"]!["body"]!));
    }

    [Fact]
    public async Task A_batch_that_is_not_filled_goes_out_in_the_end()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(
            new
            {
                kind = "batchWebhooks",
                size = 5,
                seconds = 0.2,
            }
        );

        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "Alone"))["id"]!);
    }

    [Fact]
    public async Task The_delivered_status_can_be_missing()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        using var changed = await simulator.Control.PatchAsync(
            $"phones/{Phone}",
            System.Net.Http.Json.JsonContent.Create(new { autoRead = true })
        );
        await simulator.FaultAsync(new { kind = "skipDelivered" });

        var id = await simulator.SendAsync(Bodies.Text(Phone));
        var read = await simulator.Business.Status(id, "read");

        Assert.Equal(["sent", "read"], simulator.Business.StatusesOf(id));
        Assert.Equal("service", (string)read["pricing"]!["category"]!);
    }

    [Fact]
    public async Task Faults_can_be_listed_and_cleared()
    {
        await using var simulator = await StartWithOpenWindowAsync();
        await simulator.FaultAsync(new { kind = "serverError", count = 5 });

        Assert.Equal(5, (int)Assert.Single((await simulator.GetControlAsync("faults")).AsArray())!["count"]!);
        using var cleared = await simulator.Control.DeleteAsync("faults");

        await simulator.SendAsync(Bodies.Text(Phone));
    }

    private static IEnumerable<string> Texts(RunningSimulator simulator) =>
        simulator.Business.Taken.SelectMany(webhook => webhook.Messages).Select(message => (string)message["text"]!["body"]!);

    private static async Task<RunningSimulator> StartWithOpenWindowAsync(params string[] settings)
    {
        var simulator = await RunningSimulator.StartAsync(settings);
        await simulator.PhoneAsync(Phone);
        await simulator.Business.Message((string)(await simulator.WriteAsync(Phone, "zero"))["id"]!);
        return simulator;
    }
}
