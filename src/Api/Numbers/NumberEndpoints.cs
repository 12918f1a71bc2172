using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Sending;

namespace MultiLine.Api.Numbers;

/// <summary>What Meta last said of the WhatsApp numbers and of the account that they are in.</summary>
internal static class NumberEndpoints
{
    public static void MapNumbers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/numbers", GetNumbers).Requires(Access.Administrator).WithTags("Numbers").Produces<NumbersView>();
        api.MapGet("/accounts/{account}", GetAccount).Requires(Access.Operator).WithTags("Numbers")
            .Produces<NumbersView>().Refuses(RefusalCodes.NotFound);
        api.MapPost("/numbers/{number}/resume", Resume).Requires(Access.Administrator).WithTags("Numbers")
            .Produces(StatusCodes.Status204NoContent).Refuses(RefusalCodes.NotFound);
    }

    /// <summary>The organisation's WhatsApp numbers and account, with what Meta last said of them</summary>
    internal static async Task<IResult> GetNumbers(Caller caller, IGrainFactory grains, TimeProvider time, ILogger<NumbersView> log)
    {
        var organization = await grains.Organization(caller).Get()
            ?? throw new InvalidOperationException("The organisation of a person who is signed in has gone.");
        var standing = organization.WhatsAppAccount is { } account ? await Account(grains, account).GetStanding() : null;
        return TypedResults.Ok(NumbersView.Of(organization, standing, await Sending(grains, organization, log), time.GetUtcNow()));
    }

    /// <summary>One WhatsApp business account of any organisation</summary>
    /// <param name="account">Meta's id of it.</param>
    internal static async Task<IResult> GetAccount(string account, IGrainFactory grains, TimeProvider time, ILogger<NumbersView> log)
    {
        var standing = await Account(grains, account).GetStanding();
        return standing.Organization is { } owner && await grains.GetGrain<IOrganizationGrain>(owner).Get() is { } organization
            ? TypedResults.Ok(NumbersView.Of(organization, standing, await Sending(grains, organization, log), time.GetUtcNow()))
            : new ProblemResult(RefusalCodes.NotFound, "No organisation has this account.");
    }

    /// <summary>Let a number that pauses send again at once</summary>
    /// <remarks>When what stood against it is mended. Where it isn't, the number pauses again with the next message.</remarks>
    /// <param name="number">Its <c>id</c>; of SMS the number itself.</param>
    internal static async Task<IResult> Resume(string number, Caller caller, IGrainFactory grains)
    {
        var organization = await grains.Organization(caller).Get();
        if (organization?.Lines.SelectMany(line => line.Numbers).FirstOrDefault(known => known.Id == number) is not { } ours)
        {
            return new ProblemResult(RefusalCodes.NotFound, "No line of your organisation has this number.");
        }

        await Sender(grains, organization, ours).Resume();
        return TypedResults.NoContent();
    }

    private static async Task<IReadOnlyDictionary<string, NumberHealth?>> Sending(
        IGrainFactory grains, OrganizationCard organization, ILogger<NumbersView> log)
    {
        var numbers = organization.Lines.SelectMany(line => line.Numbers).Where(number => number.Channel == Channel.WhatsApp.Name());
        var health = await Task.WhenAll(numbers.Select(async number => (number.Id, Health: await Health(Sender(grains, organization, number), log))));
        return health.ToDictionary(number => number.Id, number => number.Health, StringComparer.Ordinal);
    }

    /// <summary>Null where the sender does not answer: the other numbers are shown all the same.</summary>
    private static async Task<NumberHealth?> Health(ISenderGrain sender, ILogger<NumbersView> log)
    {
        try
        {
            return await sender.GetHealth();
        }
        catch (Exception e)
        {
            log.HealthNotTold(e);
            return null;
        }
    }

    private static ISenderGrain Sender(IGrainFactory grains, OrganizationCard organization, NumberCard number) =>
        grains.GetGrain<ISenderGrain>(GrainKeys.Sender(organization.Id, Channels.Parse(number.Channel)!.Value, number.Id));

    private static IWhatsAppAccountGrain Account(IGrainFactory grains, string account) => grains.GetGrain<IWhatsAppAccountGrain>(account);
}
