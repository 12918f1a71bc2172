using Microsoft.Extensions.Options;
using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Api.Sessions;
using MultiLine.Domain;

namespace MultiLine.Api.People;

/// <summary>The organisation's people, as administrators keep them. All of them are in <c>GET /organization</c>.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");
        people.MapPost("", Add).Requires(Access.Administrator)
            .Produces<PersonView>(StatusCodes.Status201Created).Refuses(RefusalCodes.InvalidRequest);
        people.MapPatch("/{person}", Change).Requires(Access.Administrator)
            .Produces<PersonView>().Refuses(RefusalCodes.InvalidRequest, RefusalCodes.NotFound);
        people.MapPost("/{person}/sign-in-link", MakeLink).Requires(Access.Administrator)
            .Produces<SignInUrl>(StatusCodes.Status201Created).Refuses(RefusalCodes.NotFound);
    }

    /// <summary>Add a person</summary>
    /// <remarks>A sign-in link lets the person in. <c>forbidden</c> where one of the roles is not an administrator's to grant.</remarks>
    internal static async Task<IResult> Add(NewPersonBody body, Caller caller, IGrainFactory grains) =>
        await grains.Organization(caller).AddPerson(body.By(caller)) switch
        {
            { Refusal: { } refusal } => new ProblemResult(refusal),
            { Person: { } person } => TypedResults.Created((string?)null, PersonView.Of(person)),
            _ => throw NeitherNor(),
        };

    /// <summary>Change a person's name, roles, lines or WhatsApp</summary>
    /// <remarks>
    /// It holds from the next request on. <c>forbidden</c> where one of the roles is not an administrator's to grant or withdraw, and where it is
    /// one's own role of an administrator that is withdrawn.
    /// </remarks>
    internal static async Task<IResult> Change(string person, PersonChangeBody body, Caller caller, IGrainFactory grains) =>
        await grains.Organization(caller).ChangePerson(body.By(caller, person)) switch
        {
            { Refusal: { } refusal } => new ProblemResult(refusal),
            { Person: { } changed } => TypedResults.Ok(PersonView.Of(changed)),
            _ => throw NeitherNor(),
        };

    /// <summary>Make a link with which a person signs in, once</summary>
    /// <remarks>
    /// Whoever opens the link is that person: hand it over by a safe way. <c>forbidden</c> for people with the role compliance or operator, who
    /// get theirs from whoever runs the system.
    /// </remarks>
    internal static async Task<IResult> MakeLink(
        string person, Caller caller, HttpRequest request, IGrainFactory grains, IOptions<ServerOptions> server, ILogger<SignInUrl> log)
    {
        var issued = await SignInLink.Issue(grains, caller.Organization, person);
        if (issued.Refusal is { } refusal)
        {
            return new ProblemResult(refusal);
        }

        log.SignInLinkMade(caller.Organization, person, caller.Person.Id);
        var origin = server.Value.Origin ?? $"{request.Scheme}://{request.Host}";
        return TypedResults.Created((string?)null, new SignInUrl(new Uri($"{origin}/sign-in?token={issued.Token}"), issued.ExpiresAt));
    }

    private static InvalidOperationException NeitherNor() => new("The organisation answered with neither a person nor a refusal.");
}

/// <param name="Url">To be opened by the person, in any browser.</param>
/// <param name="ExpiresAt">Not usable from this time on.</param>
public sealed record SignInUrl(Uri Url, DateTimeOffset ExpiresAt);
