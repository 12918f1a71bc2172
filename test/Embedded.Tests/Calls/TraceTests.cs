using System.Collections.Concurrent;
using System.Diagnostics;
using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Calls;

public sealed class TraceTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivitySource _source = new("The caller of these tests");
    private readonly ActivityListener _listener;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source == _source || source.Name == "Microsoft.Orleans.Application",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task A_trace_goes_along_with_the_calls()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { TraceCalls = true });
        var (first, next) = (host.Grains.GetGrain<ICalls>("first"), host.Grains.GetGrain<ICalls>("next"));

        using var caller = _source.StartActivity("caller")!;
        await first.ContextOfNext(next, "anything");

        Assert.Same(caller, Activity.Current);
        var spans = SpansIn(caller);
        Assert.Equal(
            [
                ("ICalls/ContextOfNext", ActivityKind.Client), ("ICalls/ContextOfNext", ActivityKind.Server),
                ("ICalls/Context", ActivityKind.Client), ("ICalls/Context", ActivityKind.Server),
            ],
            spans.Select(span => (span.DisplayName, span.Kind)));
        Assert.Equal([caller.SpanId, .. spans.SkipLast(1).Select(span => span.SpanId)], spans.Select(span => span.ParentSpanId));
    }

    [Fact]
    public async Task A_span_of_a_call_names_method_caller_and_callee()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { TraceCalls = true });
        var (first, next) = (host.Grains.GetGrain<ICalls>("first"), host.Grains.GetGrain<ICalls>("next"));

        using var caller = _source.StartActivity("caller")!;
        await first.ContextOfNext(next, "anything");

        Assert.All(SpansIn(caller)[2..], span =>
        {
            Assert.Equal("orleans", span.GetTagItem("rpc.system.name"));
            Assert.Equal(typeof(ICalls).FullName, span.GetTagItem("orleans.rpc.service"));
            Assert.Equal($"{typeof(ICalls).FullName}/Context", span.GetTagItem("rpc.method"));
            Assert.Equal(next.GetGrainId().ToString(), span.GetTagItem("orleans.rpc.target_id"));
            Assert.Equal(first.GetGrainId().ToString(), span.GetTagItem("orleans.rpc.source_id"));
        });
    }

    [Fact]
    public async Task A_call_that_fails_has_failed_in_the_trace_too()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { TraceCalls = true });

        using var caller = _source.StartActivity("caller")!;
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Grains.GetGrain<ICalls>("fails").Fail("too far"));

        var spans = SpansIn(caller);
        Assert.Equal(2, spans.Count);
        Assert.All(spans, span =>
        {
            Assert.Equal(ActivityStatusCode.Error, span.Status);
            Assert.Equal(typeof(ArgumentOutOfRangeException).FullName, span.GetTagItem("exception.type"));
        });
    }

    [Fact]
    public async Task A_call_from_outside_of_any_trace_begins_one()
    {
        await using var host = await ActorHostFixture.StartAsync(new() { TraceCalls = true });
        var grain = host.Grains.GetGrain<ICalls>($"alone-{Guid.NewGuid():n}");

        await grain.Echo("hello");

        Assert.Null(Activity.Current);
        var spans = _ended.Where(span => Equals(span.GetTagItem("orleans.rpc.target_id"), grain.GetGrainId().ToString())).ToList();
        Assert.Equal([ActivityKind.Server, ActivityKind.Client], spans.Select(span => span.Kind));
        Assert.Equal(spans[1].SpanId, spans[0].ParentSpanId);
        Assert.Equal(default, spans[1].ParentSpanId);
    }

    /// <summary>From the caller inwards: who is called later ends earlier.</summary>
    private List<Activity> SpansIn(Activity caller) => [.. _ended.Where(span => span.TraceId == caller.TraceId).Reverse()];
}
