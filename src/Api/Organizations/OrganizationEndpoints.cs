using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.People;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Organizations;

/// <summary>Who I am, the firm that I belong to, and the lines that I may read.</summary>
internal static class OrganizationEndpoints
{
    public static void MapOrganizations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", GetMe).Requires(Access.Member).WithTags("Organization").Produces<Me>();
        api.MapGet("/organization", GetOrganization).Requires(Access.Member).WithTags("Organization").Produces<OrganizationView>();
        api.MapPatch("/organization", ChangeOrganization).Requires(Access.Administrator).WithTags("Organization")
            .Produces<OrganizationView>().Refuses(RefusalCodes.InvalidRequest);
        api.MapGet("/lines", GetLines).Requires(Access.Member).WithTags("Organization").Produces<IReadOnlyList<LineCard>>();
        api.MapPatch("/lines/{line}", RenameLine).Requires(Access.Administrator).WithTags("Organization")
            .Produces<LineCard>().Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound);
    }

    /// <summary>Who is signed in</summary>
    internal static async Task<IResult> GetMe(Caller caller, IGrainFactory grains)
    {
        var organization = await Load(grains, caller);
        return TypedResults.Ok(new Me(
            caller.Person.Id,
            caller.Person.Name,
            new OrganizationName(organization.Id, organization.Name),
            [.. caller.Person.Roles.Select(RoleNames.Read)],
            caller.Person.WhatsAppEnabled && organization.WhatsAppEnabled,
            caller.LinesOf(organization),
            ApiHost.HasDashboard && caller.IsOperator));
    }

    /// <summary>The organisation with its people and lines</summary>
    internal static async Task<IResult> GetOrganization(Caller caller, IGrainFactory grains) => TypedResults.Ok(await Read(grains, caller));

    /// <summary>Switch something on or off for the whole organisation</summary>
    internal static async Task<IResult> ChangeOrganization(OrganizationChange body, Caller caller, IGrainFactory grains) =>
        (await grains.Organization(caller).SetSwitches(body.ToSwitches())).Refusal is { } refusal
            ? new ProblemResult(refusal)
            : TypedResults.Ok(await Read(grains, caller));

    /// <summary>The lines that the caller may read</summary>
    /// <remarks>One's own; a compliance officer reads all lines of the organisation.</remarks>
    internal static async Task<IResult> GetLines(Caller caller, IGrainFactory grains)
    {
        var organization = await Load(grains, caller);
        return TypedResults.Ok(caller.Is(Roles.Compliance) ? organization.Lines : caller.LinesOf(organization));
    }

    /// <summary>Change a line's name</summary>
    internal static async Task<IResult> RenameLine(string line, LineChange body, Caller caller, IGrainFactory grains) =>
        (await grains.Organization(caller).RenameLine(line, GivenName.Check(body.Name))).Refusal is { } refusal
            ? new ProblemResult(refusal)
            : TypedResults.Ok((await Load(grains, caller)).Lines.Single(renamed => renamed.Id == line));

    private static async Task<OrganizationView> Read(IGrainFactory grains, Caller caller)
    {
        var organization = await Load(grains, caller);
        return new OrganizationView(
            organization.Id,
            organization.Name,
            organization.WhatsAppEnabled,
            organization.FirstMessageIsConsent,
            organization.SmsNotice,
            organization.Lines,
            [.. organization.People.Select(PersonView.Of)]);
    }

    private static async Task<OrganizationCard> Load(IGrainFactory grains, Caller caller) =>
        await grains.Organization(caller).Get()
        ?? throw new InvalidOperationException("The organisation of a person who is signed in has gone.");
}
