using System.Diagnostics;
using OpenTelemetry;

namespace MultiLine.Hosting.Telemetry;

/// <summary>
/// Takes out of every span what somebody may have put words into: what an address or its query holds (the route says which address it
/// is), and what an exception says (its type says what it is).
/// </summary>
internal sealed class SpanPrivacy : BaseProcessor<Activity>
{
    private static readonly string[] Withheld = ["url.path", "url.query", "exception.message", "exception.stacktrace"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Withheld)
        {
            data.SetTag(tag, null);
        }

        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }
}
