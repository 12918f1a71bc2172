using System.Diagnostics;
using Orleans.Runtime;

namespace MultiLine.Embedded.Calls;

/// <summary>
/// The spans of a call, one of who calls and one of who is called, by the names and tags that Orleans gives them, so that what is built on
/// the traces of one host serves the other. Of a failure they say the type; its message may hold what was passed.
/// </summary>
internal static class CallTrace
{
    private static readonly ActivitySource s_source = new("Microsoft.Orleans.Application");

    /// <summary>Whether anybody listens; nothing is traced and nothing done otherwise.</summary>
    public static bool IsOn => s_source.HasListeners();

    public static Activity? Begin(ActivityKind kind, GrainMethod method, GrainId target, GrainId? source, Activity? parent)
    {
        var grain = method.Method.DeclaringType!;
        var span = s_source.StartActivity($"{grain.Name}/{method.Method.Name}", kind, parent?.Context ?? default);
        if (span is not { IsAllDataRequested: true })
        {
            return span;
        }

        span.SetTag("rpc.system.name", "orleans");
        span.SetTag("orleans.rpc.service", grain.FullName);
        span.SetTag("rpc.method", $"{grain.FullName}/{method.Method.Name}");
        span.SetTag("orleans.rpc.target_id", target.ToString());
        if (source is { } caller)
        {
            span.SetTag("orleans.rpc.source_id", caller.ToString());
        }

        return span;
    }

    public static void Fail(this Activity span, Exception error)
    {
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag("exception.type", error.GetType().FullName);
    }
}
