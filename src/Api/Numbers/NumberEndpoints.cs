using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Numbers;

/// <summary>What Meta last said of the WhatsApp numbers and of the account that they are in.</summary>
internal static class NumberEndpoints
{
    public static void MapNumbers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/numbers", GetNumbers).Requires(Access.Administrator).WithTags("Numbers").Produces<NumbersView>();
        api.MapGet("/accounts/{account}", GetAccount).Requires(Access.Operator).WithTags("Numbers")
            .Produces<NumbersView>().Refuses(RefusalCodes.NotFound);
    }

    /// <summary>The organisation's WhatsApp numbers and account, with what Meta last said of them</summary>
    internal static async Task<IResult> GetNumbers(Caller caller, IGrainFactory grains, TimeProvider time)
    {
        var organization = await grains.Organization(caller).Get()
            ?? throw new InvalidOperationException("The organisation of a person who is signed in has gone.");
        var standing = organization.WhatsAppAccount is { } account ? await Account(grains, account).GetStanding() : null;
        return TypedResults.Ok(NumbersView.Of(organization, standing, time.GetUtcNow()));
    }

    /// <summary>One WhatsApp business account of any organisation</summary>
    /// <param name="account">Meta's id of it.</param>
    internal static async Task<IResult> GetAccount(string account, IGrainFactory grains, TimeProvider time)
    {
        var standing = await Account(grains, account).GetStanding();
        return standing.Organization is { } owner && await grains.GetGrain<IOrganizationGrain>(owner).Get() is { } organization
            ? TypedResults.Ok(NumbersView.Of(organization, standing, time.GetUtcNow()))
            : new ProblemResult(RefusalCodes.NotFound, "No organisation has this account.");
    }

    private static IWhatsAppAccountGrain Account(IGrainFactory grains, string account) => grains.GetGrain<IWhatsAppAccountGrain>(account);
}
