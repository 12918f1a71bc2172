using System.Text;

namespace MultiLine.Api.Tests.Telemetry;

public sealed class TelemetryTests(TelemetryStory story) : IClassFixture<TelemetryStory>
{
    private IReadOnlyList<ExportedSpan> Spans { get; } = story.Exported.Spans;

    [Fact]
    public void A_webhook_is_one_trace_from_the_request_over_the_grains_to_the_append()
    {
        var receive = Assert.Single(Spans, span => IsCallOf(span, "IConversationGrain/Receive", ExportedSpan.Server));
        var append = Assert.Single(Spans, span => span.Name == "append log" && span.ParentId == receive.Id);
        var way = WayUp(append);

        Assert.Equal(
            ["append log", "IConversationGrain/Receive", "IConversationGrain/Receive", "IWebhookGrain/Take", "IWebhookGrain/Take", "POST /webhooks/whatsapp"],
            way.Select(span => span.Name));
        Assert.Equal([3UL, 2, 3, 2, 3, 2], way.Select(span => span.Kind));
        Assert.All(way, span => Assert.Equal(append.TraceId, span.TraceId));
        Assert.Equal("200", way[^1]["http.response.status_code"]);
    }

    [Fact]
    public void Grain_calls_have_the_names_and_tags_that_Orleans_gives_them()
    {
        var call = Assert.Single(Spans, span => IsCallOf(span, "IConversationGrain/Receive", ExportedSpan.Client));

        Assert.Equal("Microsoft.Orleans.Application", call.Source);
        Assert.Equal("orleans", call["rpc.system.name"]);
        Assert.Equal("MultiLine.Grains.Interfaces.Conversations.IConversationGrain", call["orleans.rpc.service"]);
        Assert.Equal("MultiLine.Grains.Interfaces.Conversations.IConversationGrain/Receive", call["rpc.method"]);
        Assert.StartsWith("webhook/", call["orleans.rpc.source_id"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multiline.archive", "append ledger")]
    [InlineData("multiline.inbox", "apply thread")]
    public void A_follower_goes_on_in_the_trace_of_the_append_that_it_was_told_of(string stream, string step)
    {
        var receive = Spans.Single(span => IsCallOf(span, "IConversationGrain/Receive", ExportedSpan.Server));

        var follow = Assert.Single(Spans, span => span.Name == $"process {stream}" && span.TraceId == receive.TraceId);
        Assert.Equal(ExportedSpan.Consumer, follow.Kind);
        Assert.Equal(receive.Id, follow.ParentId);
        Assert.Contains(Spans, span => span.Name == step && span.ParentId == follow.Id);
    }

    [Fact]
    public void A_commit_is_linked_to_the_steps_that_it_makes_durable()
    {
        var append = Spans.First(span => span.Name == "append log");

        var commit = Assert.Single(Spans, span => span.Name == "commit" && span.Links.Contains((append.TraceId, append.Id)));
        Assert.Equal("sqlite", commit["db.system.name"]);
        Assert.True(int.Parse(commit["multiline.storage.commit.steps"], null) >= commit.Links.Count);
    }

    [Fact]
    public void The_call_to_the_provider_is_found_from_the_request_to_send()
    {
        var send = Assert.Single(Spans, span => IsCallOf(span, "IConversationGrain/Send", ExportedSpan.Server));
        Assert.Equal("POST /api/v1/lines/{line}/threads/{contact}/messages", WayUp(send)[^1].Name.TrimEnd('/'));

        var attempt = Assert.Single(Spans, span => span.Name == "attempt message" && span.Links.Any(link => link.TraceId == send.TraceId));
        var call = Assert.Single(Spans, span => span.ParentId == attempt.Id && span.Source == "System.Net.Http");
        Assert.Equal(ExportedSpan.Client, call.Kind);
        Assert.Equal("POST", call["http.request.method"]);
        Assert.EndsWith("/106540352242922/messages", call["url.full"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http.server.request.duration", "s")]
    [InlineData("http.client.request.duration", "s")]
    [InlineData("db.client.operation.duration", "s")]
    [InlineData("dotnet.gc.collections", "{collection}")]
    [InlineData("multiline.storage.commit.steps", "{step}")]
    [InlineData("multiline.storage.write.waiting", "{step}")]
    [InlineData("multiline.conversation.steps", "{step}")]
    [InlineData("multiline.webhook.items", "{item}")]
    [InlineData("multiline.messages", "{message}")]
    [InlineData("multiline.follower.lag", "s")]
    [InlineData("multiline.webhook.duration", "s")]
    [InlineData("multiline.webhook.in_flight", "{webhook}")]
    [InlineData("multiline.webhook.in_flight.size", "By")]
    [InlineData("multiline.message.send.duration", "s")]
    [InlineData("multiline.provider.call.duration", "s")]
    public void Operators_get_numbers_with_their_units(string name, string unit)
    {
        var metrics = story.Exported.Metrics.Where(metric => metric.Name == name).ToList();

        Assert.NotEmpty(metrics);
        Assert.All(metrics, metric => Assert.Equal(unit, metric.Unit));
        Assert.Contains(metrics, metric => metric.Points.Count > 0);
    }

    [Fact]
    public void What_became_of_items_and_messages_is_counted_apart()
    {
        Assert.Superset(new HashSet<string> { "taken", "kept_raw" }, Values("multiline.webhook.items", "multiline.outcome"));
        Assert.Superset(new HashSet<string> { "received", "accepted", "sent" }, Values("multiline.messages", "multiline.outcome"));
        Assert.Superset(new HashSet<string> { "in", "out" }, Values("multiline.messages", "multiline.message.direction"));
        Assert.Superset(new HashSet<string> { "archive", "inbox" }, Values("multiline.follower.lag", "multiline.follower.kind"));
        Assert.Superset(new HashSet<string> { "log", "ledger", "outbound" }, Values("db.client.operation.duration", "db.collection.name"));
    }

    [Fact]
    public void Logs_go_the_same_way() =>
        Assert.Contains(story.Exported.Logs, log => log.StartsWith("A webhook item was kept raw", StringComparison.Ordinal));

    [Fact]
    public void All_that_is_exported_says_which_program_it_comes_from() => Assert.All(story.Exported.Resources, resource =>
    {
        Assert.Contains(resource["service.name"], (string[])["multiline-api", "multiline-silo"]);
        Assert.NotEmpty(resource["service.instance.id"]);
        Assert.NotEmpty(resource["service.version"]);
    });

    [Fact]
    public void Whoever_watches_over_the_process_is_not_traced() =>
        Assert.DoesNotContain(Spans, span => span["http.route"].StartsWith("/health", StringComparison.Ordinal));

    [Fact]
    public void Texts_phone_numbers_and_tokens_are_never_exported()
    {
        // What holds them in the story has come, so that they had every chance.
        Assert.Contains(Spans, span => span["http.route"] == "/fault/{what}" && span["http.response.status_code"] == "500");
        Assert.Contains(Spans, span => span["exception.type"] == "System.ArgumentException");
        Assert.Contains(Spans, span => span["http.route"].TrimEnd('/') == "/api/v1/contacts");

        foreach (var secret in story.Secrets.Select(Encoding.UTF8.GetBytes))
        {
            Assert.DoesNotContain(story.Exported.Bodies, body => body.AsSpan().IndexOf(secret) >= 0);
        }
    }

    private bool IsCallOf(ExportedSpan span, string name, ulong kind) =>
        span.Name == name && span.Kind == kind && span["orleans.rpc.target_id"] == story.Conversation;

    private HashSet<string> Values(string metric, string attribute) =>
        [.. story.Exported.Metrics.Where(m => m.Name == metric).SelectMany(m => m.Points).Select(point => point.GetValueOrDefault(attribute, ""))];

    private List<ExportedSpan> WayUp(ExportedSpan span)
    {
        List<ExportedSpan> way = [span];
        while (Spans.FirstOrDefault(candidate => candidate.Id == way[^1].ParentId) is { } parent)
        {
            way.Add(parent);
        }

        return way;
    }
}
