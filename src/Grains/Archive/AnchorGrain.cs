using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Connectors;
using MultiLine.Connectors.Anchors;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Archive;

/// <summary>
/// Looks each minute whether there is a newer head than the destination has. Only the newest is left: it names the one before, and so all.
/// </summary>
[GrainType("anchor")]
public sealed class AnchorGrain(
    ITreeHeads heads, IAnchors anchors, AnchorClient client, IOptions<AnchorOptions> options, TimeProvider time, ILogger<AnchorGrain> logger)
    : Grain, IAnchorGrain, IRemindable
{
    private const string Reminder = "anchor";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Backoff Backoff = new(Minute, 2, TimeSpan.FromHours(1));

    private string Organization => this.GetPrimaryKeyString().Split('/')[0];

    private string Name => this.GetPrimaryKeyString().Split('/')[1];

    public override Task OnActivateAsync(CancellationToken cancellationToken) => SetReminder();

    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);

    public Task Wake() => Task.CompletedTask;

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (!options.Value.Anchors.TryGetValue(Name, out var destination))
        {
            // It was taken out of the settings.
            if (await this.GetReminder(Reminder) is { } reminder)
            {
                await this.UnregisterReminder(reminder);
            }

            return;
        }

        try
        {
            await LeaveNewest(destination);
        }
        catch (Exception e)
        {
            logger.AnchoringFailed(e, Name);
        }
    }

    private async Task LeaveNewest(AnchorDestination destination)
    {
        var standing = await anchors.StandingAsync(Organization, Name);
        if (await heads.NewestAsync(Organization) is not { } newest || newest.Head.Number <= standing.Taken?.Number || !IsDue(standing, destination))
        {
            return;
        }

        var answer = await client.LeaveAsync(destination, newest);
        await anchors.AddAsync(new(0, Organization, Name, newest.Head.Number, time.GetUtcNow(), answer.Taken, answer.Text));
        if (!answer.Taken)
        {
            logger.NotAnchored(newest.Head.Number, Name, Backoff.After(standing.Failures));
        }
    }

    private bool IsDue(AnchorStanding standing, AnchorDestination destination) =>
        standing.FailedAt is { } failed
            ? new StoredWait(failed, Backoff.After(standing.Failures - 1)).IsOver(time.GetUtcNow())
            : standing.Taken is null || new StoredWait(standing.Taken.At, destination.Every).IsOver(time.GetUtcNow());
}
