using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Numbers;

/// <summary>The business profile of a WhatsApp number, as Meta keeps it and contacts see it.</summary>
internal static class BusinessProfileEndpoints
{
    public static void MapBusinessProfiles(this IEndpointRouteBuilder api)
    {
        var profile = api.MapGroup("/numbers/{number}/profile").WithTags("Numbers");
        profile.MapGet("", Get).Requires(Access.Administrator)
            .Produces<BusinessProfileView>()
            .Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest, RefusalCodes.NumberRestricted, RefusalCodes.RateLimited);
        profile.MapPut("", Put).Requires(Access.Administrator)
            .Produces<BusinessProfileView>()
            .Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest, RefusalCodes.NumberRestricted, RefusalCodes.RateLimited);
    }

    /// <summary>The business profile that contacts see</summary>
    /// <remarks>It is read from Meta each time. <c>invalid_request</c> says why Meta does not show it.</remarks>
    /// <param name="number">Its <c>id</c>; a WhatsApp number.</param>
    internal static async Task<IResult> Get(string number, Caller caller, IGrainFactory grains) =>
        Answer(await grains.BusinessProfiles(caller).Get(number));

    /// <summary>Put another business profile in place of the one before</summary>
    /// <remarks>The logo stays. Where Meta does not take it, <c>invalid_request</c> says why in Meta's words.</remarks>
    /// <param name="number">Its <c>id</c>; a WhatsApp number.</param>
    /// <param name="body">The whole profile.</param>
    internal static async Task<IResult> Put(string number, BusinessProfileChange body, Caller caller, IGrainFactory grains) =>
        Answer(await grains.BusinessProfiles(caller).Set(number, body.ToCard()));

    private static IResult Answer(ProfileResult result) => result switch
    {
        { Refusal: { } refusal } => new ProblemResult(refusal),
        { Profile: { } profile } => TypedResults.Ok(BusinessProfileView.Of(profile)),
        _ => throw new InvalidOperationException("There is neither a profile nor a refusal."),
    };
}
