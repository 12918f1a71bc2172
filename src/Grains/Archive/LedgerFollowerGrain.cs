using Microsoft.Extensions.Logging;
using MultiLine.Storage.Ledger;

namespace MultiLine.Grains.Archive;

/// <summary>A grain that follows a shard of the ledger, each minute and whenever it is asked. Key: org/shard.</summary>
/// <param name="kind">What it is called in logs and measures.</param>
/// <param name="ledger">What it follows.</param>
/// <param name="logger">Told why following failed.</param>
public abstract class LedgerFollowerGrain(string kind, ILedger ledger, ILogger logger) : Grain, IRemindable
{
    private const string Reminder = "catch-up";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private LedgerPass? _pass;

    protected ILogger Logger => logger;

    protected string Shard => this.GetPrimaryKeyString();

    protected string Organization => Shard.Split('/')[0];

    private protected LedgerPass Pass => _pass ??= new LedgerPass(ledger, Shard, $"{kind}/{Shard}", logger);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => SetReminder();

    /// <summary>To be active is enough: the reminder is set then.</summary>
    public virtual Task Wake() => Task.CompletedTask;

    public Task ReceiveReminder(string reminderName, TickStatus status) => Pass.Try(CatchUp);

    /// <summary>Takes in what the ledger has, as much as can be done in a moment.</summary>
    /// <returns>How many records are still to be taken in.</returns>
    public abstract Task<long> CatchUp();

    private Task<IGrainReminder> SetReminder() => this.RegisterOrUpdateReminder(Reminder, Minute, Minute);
}
