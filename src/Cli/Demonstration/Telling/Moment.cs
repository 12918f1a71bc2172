namespace MultiLine.Cli.Demonstration.Telling;

/// <summary>A time in the past, seen from when the demonstration is prepared.</summary>
internal abstract record Moment
{
    public static Moment OnWorkday(int daysAgo, TimeOnly time) => new Workday(daysAgo, time);

    public static Moment Before(TimeSpan ago) => new Earlier(ago);

    public abstract DateTimeOffset SeenFrom(DateTimeOffset now);

    /// <summary>Banks write from Monday to Friday.</summary>
    private sealed record Workday(int DaysAgo, TimeOnly Time) : Moment
    {
        public override DateTimeOffset SeenFrom(DateTimeOffset now)
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime);
            for (var left = DaysAgo; left > 0;)
            {
                day = day.AddDays(-1);
                if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    left--;
            }

            return new DateTimeOffset(day, Time, TimeSpan.Zero);
        }
    }

    private sealed record Earlier(TimeSpan Ago) : Moment
    {
        public override DateTimeOffset SeenFrom(DateTimeOffset now) => now - Ago;
    }
}
