using System.Globalization;
using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Surveillance;

namespace MultiLine.Api.Surveillance;

/// <summary>What the caller is told of: messages in which a rule found something that names the caller.</summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Surveillance");
        notices.MapGet("", GetNotices).Requires(Access.Member).Produces<NoticeList>().Refuses(RefusalCodes.InvalidRequest);
        notices.MapPost("/seen", See).Requires(Access.Member).Produces(StatusCodes.Status204NoContent).Refuses(RefusalCodes.InvalidRequest);
    }

    /// <summary>Your notices, the newest first</summary>
    /// <remarks>
    /// One for each message in which a rule found something that says to tell you. They say where it was and whose rule, and nothing of what the message says.
    /// </remarks>
    /// <param name="before">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 notices; 50 if not given.</param>
    internal static async Task<IResult> GetNotices(Caller caller, IGrainFactory grains, long? before = null, int? limit = null)
    {
        var page = await grains.Notices(caller).GetNotices(PageStart.Of("before", before), PageLimit.Of(limit));
        return TypedResults.Ok(new NoticeList(page.Items, page.Before?.ToString(CultureInfo.InvariantCulture), page.Unseen));
    }

    /// <summary>Say that you have seen your notices</summary>
    /// <param name="body">Which was the newest.</param>
    internal static async Task<IResult> See(SeenBody body, Caller caller, IGrainFactory grains)
    {
        await grains.Notices(caller).See(PageStart.Of("through", body.Through)!.Value);
        return TypedResults.NoContent();
    }
}

/// <param name="Items">The newest first.</param>
/// <param name="Next">Where the next page begins; null on the last one, unless that is exactly full: then the next page is empty.</param>
/// <param name="Unseen">How many you have not seen, on all pages.</param>
public sealed record NoticeList(IReadOnlyList<NoticeItem> Items, string? Next, long Unseen);

/// <param name="Through">The id of the newest one that you have seen.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SeenBody(long Through);
