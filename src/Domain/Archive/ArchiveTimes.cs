using System.Globalization;

namespace MultiLine.Domain.Archive;

/// <summary>Times as a reader of an export meets them: in one named time zone, each with its distance from UTC.</summary>
public sealed class ArchiveTimes(TimeZoneInfo zone)
{
    public static ArchiveTimes Utc { get; } = new(TimeZoneInfo.Utc);

    public TimeZoneInfo Zone { get; } = zone;

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>For example <c>2026-03-02 09:59:58 +01:00</c>.</summary>
    public string Moment(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    /// <summary>For example <c>09:59:58 +01:00</c>.</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm:ss zzz", CultureInfo.InvariantCulture);

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>For example <c>+01:00</c>.</summary>
    public string Offset(DateTimeOffset at) => Local(at).ToString("zzz", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 in UTC with milliseconds, for machines.</summary>
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
