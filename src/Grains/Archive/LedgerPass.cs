using Microsoft.Extensions.Logging;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Archive;

/// <summary>
/// What the followers of a shard of the ledger have in common. They are in no hurry: many records in one step cost the storage less, and who asks
/// has them catch up first.
/// </summary>
/// <param name="ledger">What is followed.</param>
/// <param name="shard">Which of its shards.</param>
/// <param name="follower">Who follows, in logs.</param>
/// <param name="logger">Told why following failed.</param>
internal sealed class LedgerPass(ILedger ledger, string shard, string follower, ILogger logger)
{
    private const int EntriesAtOnce = 500;

    /// <summary>So many steps in one turn; whoever asks meanwhile comes in between.</summary>
    private const int StepsAtOnce = 20;

    /// <summary>More than one turn can do is being taken in, turn after turn.</summary>
    private bool _goesOn;

    /// <summary>Takes in what the ledger has, as much as can be done in a moment, and sees to it that the rest follows.</summary>
    /// <param name="placeOf">Up to which entry the follower has come.</param>
    /// <param name="take">Takes entries in and moves the place from where it is expected; false where it is elsewhere.</param>
    /// <param name="again">A call of the grain to itself that does all this once more.</param>
    /// <returns>How many records are still to be taken in.</returns>
    public async Task<long> CatchUp(Func<Task<long>> placeOf, Func<long, IReadOnlyList<LedgerEntry>, Task<bool>> take, Func<Task<long>> again)
    {
        var place = await placeOf();
        for (var step = 0; step < StepsAtOnce; step++)
        {
            var entries = await ledger.ReadAsync(shard, place, EntriesAtOnce);
            if (entries.Count == 0)
            {
                return 0;
            }

            // Where another activation was faster, this one goes on where that one has come to.
            place = await take(place, entries) ? entries[^1].Sequence : await placeOf();
        }

        var behind = (await ledger.HeadAsync(shard)).Sequence - place;
        if (behind > 0 && !_goesOn)
        {
            // Not awaited: who asked is told how much is missing.
            _ = GoOn(again);
        }

        return behind;
    }

    /// <summary>Catches up where nobody waits for it.</summary>
    public async Task Try(Func<Task<long>> catchUp)
    {
        try
        {
            await catchUp();
        }
        catch (Exception e)
        {
            logger.CatchUpFailed(e, follower);
        }
    }

    private async Task GoOn(Func<Task<long>> again)
    {
        _goesOn = true;
        await Try(async () =>
        {
            while (await again() > 0)
            {
            }

            return 0;
        });
        _goesOn = false;
    }
}
