using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Api.Templates;

/// <summary>The organisation's message templates.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/templates").WithTags("Templates");
        templates.MapGet("", List).Requires(Access.Member)
            .Produces<IReadOnlyList<TemplateCard>>();
        templates.MapGet("/{name}/{language}", Get).Requires(Access.Member)
            .Produces<TemplateCard>().Refuses(RefusalCodes.NotFound);
        templates.MapPost("", Submit).Requires(Access.Administrator)
            .Produces<TemplateCard>(StatusCodes.Status201Created)
            .Refuses(RefusalCodes.InvalidRequest, RefusalCodes.WhatsAppNotEnabled, RefusalCodes.NumberRestricted, RefusalCodes.RateLimited);
        templates.MapPost("/sync", Synchronize).Requires(Access.Administrator)
            .Produces<IReadOnlyList<TemplateCard>>()
            .Refuses(RefusalCodes.WhatsAppNotEnabled, RefusalCodes.NumberRestricted, RefusalCodes.RateLimited);
    }

    /// <summary>All templates, with their status at the provider</summary>
    internal static async Task<IResult> List(Caller caller, IGrainFactory grains) => TypedResults.Ok(await grains.Templates(caller).List());

    /// <summary>One template</summary>
    /// <param name="name">Its name.</param>
    /// <param name="language">For example <c>en_US</c>.</param>
    internal static async Task<IResult> Get(string name, string language, Caller caller, IGrainFactory grains) =>
        await grains.Templates(caller).Find(name, language) is { } template
            ? TypedResults.Ok(template)
            : new ProblemResult(RefusalCodes.NotFound, "There is no such template in this language.");

    /// <summary>Submit a template for approval</summary>
    internal static async Task<IResult> Submit(NewTemplate body, Caller caller, IGrainFactory grains) =>
        await grains.Templates(caller).Submit(body.ToDraft()) switch
        {
            { Refusal: { } refusal } => new ProblemResult(refusal),
            { Template: { } template } => TypedResults.Created($"/api/v1/templates/{template.Name}/{template.Language}", template),
            _ => throw new InvalidOperationException("The catalogue answered with neither a template nor a refusal."),
        };

    /// <summary>Read the catalogue from the provider again</summary>
    internal static async Task<IResult> Synchronize(Caller caller, IGrainFactory grains) =>
        (await grains.Templates(caller).Sync()).Refusal is { } refusal
            ? new ProblemResult(refusal)
            : TypedResults.Ok(await grains.Templates(caller).List());
}
