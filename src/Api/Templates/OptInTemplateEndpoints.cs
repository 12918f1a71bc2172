using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Api.Templates;

/// <summary>The words of the opt-in request, which is an approved template itself.</summary>
internal static class OptInTemplateEndpoints
{
    public static void MapOptInTemplate(this IEndpointRouteBuilder api)
    {
        var template = api.MapGroup("/opt-in-template").WithTags("Templates");
        template.MapGet("", Get).Requires(Access.Member).Produces<OptInTemplate>();
        template.MapPut("", Replace).Requires(Access.Administrator)
            .Produces<OptInTemplate>()
            .Refuses(RefusalCodes.InvalidRequest, RefusalCodes.WhatsAppNotEnabled, RefusalCodes.NumberRestricted, RefusalCodes.RateLimited);
    }

    /// <summary>The opt-in request: its words, and the template that is sent</summary>
    /// <remarks>A change of the words is a new version for approval; until then the last approved one is sent.</remarks>
    internal static async Task<IResult> Get(Caller caller, IGrainFactory grains) => TypedResults.Ok(await Read(caller, grains));

    /// <summary>Change the words of the opt-in request and submit them for approval</summary>
    internal static async Task<IResult> Replace(NewOptInWords body, Caller caller, IGrainFactory grains) =>
        (await grains.Organization(caller).SetOptInText(body.ToWords())).Refusal is { } refusal
            ? new ProblemResult(refusal)
            : TypedResults.Ok(await Read(caller, grains));

    private static async Task<OptInTemplate> Read(Caller caller, IGrainFactory grains)
    {
        var organization = await grains.Organization(caller).Get();
        return new OptInTemplate(organization!.OptIn, await grains.Templates(caller).FindOptIn());
    }
}

/// <param name="Words">As they were last submitted.</param>
/// <param name="Template">What is sent: the newest approved version; where none is approved the newest one, with its status; null if there is none.</param>
public sealed record OptInTemplate(OptInWords Words, TemplateCard? Template);

/// <param name="Language">For example <c>en_US</c>.</param>
/// <param name="Body"><c>{{1}}</c> stands for the contact's name, <c>{{2}}</c> for the organisation's, and there are no others; up to 1,024 characters.</param>
/// <param name="Accept">The title of the button that agrees; up to 25 characters.</param>
/// <param name="Decline">The title of the button that declines; up to 25 characters.</param>
/// <param name="Footer">Below the body; up to 60 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewOptInWords(string Language, string Body, string Accept, string Decline, string? Footer = null)
{
    internal OptInWords ToWords()
    {
        TemplateWords.CheckLanguage(Language);
        TemplateWords.CheckText("body", Body, TemplateWords.LongestBody);
        TemplateWords.CheckVariables("body", Body, "1", "2");
        TemplateWords.CheckOptionalText("footer", Footer, TemplateWords.LongestLine);
        TemplateWords.CheckText("accept", Accept, TemplateWords.LongestButton);
        TemplateWords.CheckText("decline", Decline, TemplateWords.LongestButton);
        return new OptInWords(Language, Body, Footer, Accept, Decline);
    }
}
