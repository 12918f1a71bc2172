using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MultiLine.Storage.Sqlite;

/// <summary>What a step or a read is called where it is measured.</summary>
/// <param name="Name">What is done, one word or two.</param>
/// <param name="Table">To which table; where they are several, to the one that it is about.</param>
internal readonly record struct Operation(string Name, string Table);

/// <summary>
/// Spans and metrics by the <see href="https://opentelemetry.io/docs/specs/semconv/db/">conventions for databases</see>. Never a statement's
/// arguments, nor what an error says.
/// </summary>
internal static class StorageTelemetry
{
    public const string Name = "MultiLine.Storage";

    private const string System = "db.system.name";
    private const string Sqlite = "sqlite";
    private const string OperationName = "db.operation.name";
    private const string Collection = "db.collection.name";
    private const string ErrorType = "error.type";
    private const string Steps = "multiline.storage.commit.steps";

    /// <summary>Those who read traces cut long lists of links too.</summary>
    private const int MostLinks = 100;

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram(
        "db.client.operation.duration",
        "s",
        "Time until an operation has ended; a write ends when it is durable.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });

    private static readonly Histogram<long> s_steps = s_meter.CreateHistogram(
        Steps,
        "{step}",
        "Steps that were committed together.",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] });

    /// <summary>Whether anybody listens.</summary>
    public static bool IsOn => s_source.HasListeners() || s_duration.Enabled;

    /// <summary>The span that a step belongs to, where somebody looks at spans.</summary>
    public static Activity? Caller => s_source.HasListeners() ? Activity.Current : null;

    /// <summary>Runs an operation, from its caller's point of view.</summary>
    public static async Task<T> ObserveAsync<T>(
        Operation operation,
        Func<Func<SqliteSession, T>, CancellationToken, Task<T>> run,
        Func<SqliteSession, T> work,
        CancellationToken cancellationToken)
    {
        using var span = s_source.StartActivity($"{operation.Name} {operation.Table}", ActivityKind.Client);
        TagList tags = [new(System, Sqlite), new(OperationName, operation.Name), new(Collection, operation.Table)];
        foreach (var (key, value) in tags)
        {
            span?.SetTag(key, value);
        }

        var began = Stopwatch.GetTimestamp();
        try
        {
            return await run(work, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(span, exception);
            tags.Add(ErrorType, exception.GetType().FullName);
            throw;
        }
        finally
        {
            s_duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
        }
    }

    /// <summary>A transaction of several steps, linked to the span of each.</summary>
    public static Activity? BeginCommit(List<WriteOperation> steps)
    {
        s_steps.Record(steps.Count);
        if (!s_source.HasListeners())
        {
            return null;
        }

        var callers = steps.Select(step => step.Caller).OfType<Activity>().Take(MostLinks);
        return s_source.StartActivity(
            "commit",
            ActivityKind.Client,
            parentContext: default,
            [new(System, Sqlite), new(OperationName, "commit"), new(Steps, steps.Count)],
            [.. callers.Select(caller => new ActivityLink(caller.Context))]);
    }

    public static void Fail(Activity? span, Exception exception)
    {
        span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag(ErrorType, exception.GetType().FullName);
    }
}
