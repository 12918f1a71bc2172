using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.SignIn;
using MultiLine.Storage.SignIn;
using Orleans.Concurrency;

namespace MultiLine.Grains.SignIn;

/// <summary>Looks one-time links up by the hash of their token.</summary>
[GrainType("sign-in"), StatelessWorker]
public sealed class SignInGrain(ISignInLinks links, TimeProvider time) : Grain, ISignInGrain
{
    public async Task<SignedInPerson?> Peek(string token) => await Person(await links.PeekAsync(SignInToken.Hash(token), time.GetUtcNow()));

    /// <summary>Looks first: a fault while the organisation is asked must not cost the link.</summary>
    public async Task<SignedInPerson?> Use(string token) =>
        await Peek(token) is { } person && await links.UseAsync(SignInToken.Hash(token), time.GetUtcNow()) is not null ? person : null;

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
