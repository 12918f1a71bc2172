using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Domain;
using MultiLine.Domain.Media;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using Orleans.Concurrency;

namespace MultiLine.Grains.Organizations;

/// <summary>Asks the provider each time: the profile can be changed at the provider's own pages as well.</summary>
[GrainType("business-profile"), StatelessWorker]
public sealed class BusinessProfileGrain(AccountClient provider, ProfilePictureClient pictures) : Grain, IBusinessProfileGrain
{
    private static readonly Refused NotFound = new(RefusalCodes.NotFound, "No line of your organisation has this WhatsApp number.");
    private static readonly Refused NoPicture = new(RefusalCodes.NotFound, "This number has no logo that can be shown.");

    public async Task<ProfileResult> Get(string number) => await IsOurs(number) ? await Read(number) : new ProfileResult(null, NotFound);

    public async Task<ProfileResult> Set(string number, ProfileCard profile)
    {
        if (!await IsOurs(number))
        {
            return new ProfileResult(null, NotFound);
        }

        if (await provider.ChangeProfileAsync(number, profile.ToProfile(), CancellationToken.None) is { } fault)
        {
            return new ProfileResult(null, ProfileRefusals.Of(fault));
        }

        // What was told is changed, whether it can be looked at or not.
        var read = await Read(number);
        return read.Profile is null ? new ProfileResult(profile, null) : read;
    }

    public async Task<PictureResult> GetPicture(string number)
    {
        var read = await Get(number);
        if (read.Profile is not { } profile)
        {
            return new PictureResult(null, read.Refusal);
        }

        if (profile.PictureUrl is not { } address)
        {
            return new PictureResult(null, NoPicture);
        }

        var reading = await pictures.ReadAsync(address, CancellationToken.None);
        return reading.Value switch
        {
            null => new PictureResult(null, ProfileRefusals.Of(reading.Fault)),
            var picture when PictureShape.Read(picture) is null => new PictureResult(null, NoPicture),
            var picture => new PictureResult(picture, null),
        };
    }

    public async Task<Outcome> SetPicture(string number, byte[] picture)
    {
        if (!await IsOurs(number))
        {
            return new Outcome(NotFound);
        }

        if (ProfilePictureRules.Refuse(picture) is { } unfit)
        {
            return Outcome.Refuse(unfit.Code, unfit.Message);
        }

        var type = PictureShape.Read(picture)!.MediaType;
        return await pictures.SetAsync(number, picture, type, CancellationToken.None) is { } fault
            ? new Outcome(ProfileRefusals.OfPicture(fault))
            : Outcome.Done;
    }

    private async Task<ProfileResult> Read(string number)
    {
        var reading = await provider.ReadProfileAsync(number, CancellationToken.None);
        return reading.Value is { } profile ? new ProfileResult(profile.ToCard(), null) : new ProfileResult(null, ProfileRefusals.Of(reading.Fault));
    }

    private async Task<bool> IsOurs(string number) =>
        await GrainFactory.GetGrain<IOrganizationGrain>(this.GetPrimaryKeyString()).Get() is { } organization
        && organization.Lines.SelectMany(line => line.Numbers).Any(known => known.Id == number && known.Channel == Channel.WhatsApp.Name());
}
