using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control.Businesses;

/// <summary>What Meta says about a number: <c>/control/numbers/{id}/quality</c> and <c>/name</c>.</summary>
internal static class NumberNoticesControl
{
    private static readonly string[] Decisions = ["APPROVED", "REJECTED", "DEFERRED", "PENDING"];

    private static readonly string[] Qualities = ["GREEN", "YELLOW", "RED", "UNKNOWN"];

    public static void MapNumberNotices(this RouteGroupBuilder numbers)
    {
        numbers.MapPost("/{id}/quality", SetQuality);
        numbers.MapPost("/{id}/name", SetName);
    }

    private static IResult SetQuality(string id, QualityNotice notice, BusinessNumbers numbers, NumberNotices notices)
    {
        if (numbers.Find(id) is not { } number)
            return ControlApi.NotFound("such number id");
        if (notice.Event is not { Length: > 0 })
            return ControlApi.Invalid("'event' must be given, such as FLAGGED.");
        return notice.Quality is not null && !Qualities.Contains(notice.Quality)
            ? ControlApi.Invalid($"'quality' must be one of {string.Join(", ", Qualities)}.")
            : Results.Ok(notices.SetQuality(number, notice));
    }

    private static IResult SetName(string id, NameNotice notice, BusinessNumbers numbers, NumberNotices notices)
    {
        if (numbers.Find(id) is not { } number)
            return ControlApi.NotFound("such number id");
        return Decisions.Contains(notice.Decision)
            ? Results.Ok(notices.SetName(number, notice))
            : ControlApi.Invalid($"'decision' must be one of {string.Join(", ", Decisions)}.");
    }
}
