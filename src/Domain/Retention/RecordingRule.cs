using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace MultiLine.Domain.Retention;

/// <summary>Whether a line is recorded, and how long what is said on it is kept for that.</summary>
public sealed record RecordingRule
{
    /// <summary>The retention classes, in years.</summary>
    public static readonly ImmutableArray<int> Classes = [3, 5, 6, 7];

    /// <summary>The longest inbox period, in days.</summary>
    public const int LongestInboxPeriod = 365;

    public required bool Recorded { get; init; }

    /// <summary>The retention class where it is recorded; null otherwise.</summary>
    public int? Years { get; init; }

    /// <summary>The inbox period, 1 to 365 days, where it is not recorded; null otherwise.</summary>
    public int? Days { get; init; }

    public static RecordingRule On(int years) => new() { Recorded = true, Years = years };

    public static RecordingRule Off(int days) => new() { Recorded = false, Days = days };

    [JsonIgnore]
    public bool IsValid => Recorded
        ? Days is null && Years is { } years && Classes.Contains(years)
        : Years is null && Days is >= 1 and <= LongestInboxPeriod;

    /// <summary>How the rule is called in the proof of a disposal: <c>recorded_5_years</c>, <c>inbox_30_days</c>.</summary>
    [JsonIgnore]
    public string Name => Recorded
        ? string.Create(CultureInfo.InvariantCulture, $"recorded_{Years}_years")
        : string.Create(CultureInfo.InvariantCulture, $"inbox_{Days}_days");

    /// <summary>
    /// Until when content is kept that was captured at this time, by our own clock in UTC. Years are those of the calendar; one that began on a
    /// 29 February ends with 28 February, so never a day early.
    /// </summary>
    public DateTimeOffset End(DateTimeOffset capturedAt)
    {
        if (!Recorded)
            return Add(capturedAt, TimeSpan.FromDays(Days!.Value));
        if (capturedAt.Year + Years!.Value > DateTimeOffset.MaxValue.Year)
            return DateTimeOffset.MaxValue;
        var end = capturedAt.UtcDateTime.AddYears(Years.Value);
        return new DateTimeOffset(end.Day < capturedAt.UtcDateTime.Day ? end.AddDays(1) : end, TimeSpan.Zero);
    }

    private static DateTimeOffset Add(DateTimeOffset at, TimeSpan period) =>
        DateTimeOffset.MaxValue - at < period ? DateTimeOffset.MaxValue : at + period;
}
