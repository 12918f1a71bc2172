using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Api.Templates;

/// <summary>The words of the opt-in request in each language, which are approved templates themselves.</summary>
internal static class OptInTemplateEndpoints
{
    public static void MapOptInTemplate(this IEndpointRouteBuilder api)
    {
        var template = api.MapGroup("/opt-in-template").WithTags("Templates");
        template.MapGet("", Get).Requires(Access.Member).Produces<OptInTemplate>();
        template.MapPut("", Replace).Requires(Access.Administrator)
            .Produces<OptInTemplate>()
            .Refuses(RefusalCodes.InvalidRequest, RefusalCodes.WhatsAppNotEnabled, RefusalCodes.NumberRestricted, RefusalCodes.RateLimited);
        template.MapPut("/{language}/default", ChooseDefault).Requires(Access.Administrator)
            .Produces<OptInTemplate>()
            .Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound, RefusalCodes.TemplateNotApproved);
        template.MapDelete("/{language}", Remove).Requires(Access.Administrator)
            .Produces<OptInTemplate>()
            .Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound);
    }

    /// <summary>The opt-in request: its words in each language, and the templates that are sent</summary>
    /// <remarks>
    /// A change of the words is a new version for approval; until then the last approved one in the language is sent. Where none is approved in
    /// the language that was chosen, the one in the default language is.
    /// </remarks>
    internal static async Task<IResult> Get(Caller caller, IGrainFactory grains) => await Read(caller, grains);

    /// <summary>Change the words of the opt-in request in their language, or add the language, and submit them for approval</summary>
    internal static async Task<IResult> Replace(NewOptInWords body, Caller caller, IGrainFactory grains) =>
        await Answer(await grains.Organization(caller).SetOptInText(body.ToWords()), caller, grains);

    /// <summary>Choose the language that is used where nothing else is known</summary>
    /// <remarks>A request in it must be approved.</remarks>
    /// <param name="language">For example <c>de</c>.</param>
    internal static async Task<IResult> ChooseDefault(string language, Caller caller, IGrainFactory grains)
    {
        TemplateWords.CheckLanguage(language);
        return await Answer(await grains.Organization(caller).SetDefaultOptIn(language), caller, grains);
    }

    /// <summary>Remove a language of the opt-in request</summary>
    /// <remarks>Nobody is asked in it any more. Not the default: choose another one first.</remarks>
    /// <param name="language">For example <c>de</c>.</param>
    internal static async Task<IResult> Remove(string language, Caller caller, IGrainFactory grains)
    {
        TemplateWords.CheckLanguage(language);
        return await Answer(await grains.Organization(caller).RemoveOptInText(language), caller, grains);
    }

    private static async Task<IResult> Answer(Outcome outcome, Caller caller, IGrainFactory grains) =>
        outcome.Refusal is { } refusal ? new ProblemResult(refusal) : await Read(caller, grains);

    private static async Task<IResult> Read(Caller caller, IGrainFactory grains) => TypedResults.Ok(OptInTemplate.Of(
        (await grains.Organization(caller).Get())!, await grains.Templates(caller).List()));
}
