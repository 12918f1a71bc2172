using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.SignIn;
using MultiLine.Storage.SignIn;
using Orleans.Concurrency;

namespace MultiLine.Grains.SignIn;

/// <summary>Makes one-time links and looks them up by the hash of their token.</summary>
[GrainType("sign-in"), StatelessWorker]
public sealed class SignInGrain(ISignInLinks links, TimeProvider time) : Grain, ISignInGrain
{
    public async Task<SignedInPerson?> Peek(string token) => await Person(await links.PeekAsync(SignInToken.Hash(token), time.GetUtcNow()));

    /// <summary>Looks first: a fault while the organisation is asked must not cost the link.</summary>
    public async Task<SignedInPerson?> Use(string token) =>
        await Peek(token) is { } person && await links.UseAsync(SignInToken.Hash(token), time.GetUtcNow()) is not null ? person : null;

    public async Task<IssueResult> Issue(string organization, string person)
    {
        if (await GrainFactory.GetGrain<IOrganizationGrain>(organization).GetAccess(person) is not { } access)
        {
            return new IssueResult(null, default, new Refused(RefusalCodes.NotFound, "Your organisation has no such person."));
        }

        if (PeopleByAdministrators.RefuseLink(access.Roles.Select(RoleNames.Read)) is { } refusal)
        {
            return new IssueResult(null, default, Words.Of(refusal));
        }

        var (token, expiresAt) = (SignInToken.New(), time.GetUtcNow() + SignInLink.DefaultValidity);
        await links.AddAsync(new SignInLink(SignInToken.Hash(token), organization, access.Id, expiresAt));
        return new IssueResult(token, expiresAt, null);
    }

    private async Task<SignedInPerson?> Person(SignInLink? link)
    {
        if (link is null)
        {
            return null;
        }

        var access = await GrainFactory.GetGrain<IOrganizationGrain>(link.Organization).GetAccess(link.User);
        return access is null ? null : new SignedInPerson(link.Organization, access.Id, access.Name);
    }
}
