using System.Diagnostics;

namespace MultiLine.Grains.Telemetry;

/// <summary>
/// What lies between calls: a notice on its way to a follower, a message between the request and the attempt. A trace crosses it as the
/// text of a <c>traceparent</c> (<see href="https://www.w3.org/TR/trace-context/#traceparent-header"/>), which is null where nobody listens.
/// </summary>
internal static class Spans
{
    private static readonly ActivitySource s_source = new("MultiLine.Grains");

    /// <summary>Where the work that is under way belongs.</summary>
    public static string? Here => s_source.HasListeners() ? Activity.Current?.Id : null;

    /// <summary>A follower's work on a notice, in the trace of the append that it tells of.</summary>
    /// <param name="stream">The namespace that brought it.</param>
    /// <param name="from">From the notice.</param>
    /// <param name="follow">The work.</param>
    public static Task Follow(string stream, string? from, Func<Task> follow) =>
        s_source.HasListeners() ? FollowTraced(stream, from, follow) : follow();

    /// <summary>The attempt to send a message, linked to the request that it goes back to.</summary>
    /// <param name="messageId">Ours.</param>
    /// <param name="from">From the order to attempt it.</param>
    public static Activity? Attempt(string messageId, string? from) =>
        s_source.HasListeners()
            ? s_source.StartActivity(
                "attempt message",
                ActivityKind.Internal,
                parentContext: default,
                tags: [new("multiline.message.id", messageId)],
                links: Read(from) is { } request ? [new ActivityLink(request)] : [])
            : null;

    private static async Task FollowTraced(string stream, string? from, Func<Task> follow)
    {
        using var span = s_source.StartActivity(
            $"process {stream}",
            ActivityKind.Consumer,
            Read(from) ?? default,
            [
                new("messaging.system", "orleans"),
                new("messaging.operation.name", "process"),
                new("messaging.operation.type", "process"),
                new("messaging.destination.name", stream),
            ]);
        await follow();
    }

    private static ActivityContext? Read(string? from) =>
        ActivityContext.TryParse(from, traceState: null, isRemote: true, out var context) ? context : null;
}
