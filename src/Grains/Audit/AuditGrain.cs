using System.Text;
using MultiLine.Grains.Interfaces.Audit;
using MultiLine.Storage.Audit;
using Orleans.Concurrency;

namespace MultiLine.Grains.Audit;

/// <summary>Reads the acts; each is written by the grain that carries it out.</summary>
[GrainType("audit"), StatelessWorker]
public sealed class AuditGrain(AuditJournal journal) : Grain, IAuditGrain
{
    public async Task<AuditPage> GetActs(long? before, int limit)
    {
        var acts = await journal.ReadAsync(this.GetPrimaryKeyString(), before ?? long.MaxValue, limit);
        return new AuditPage(
            [.. acts.Select(act => new AuditAct(act.Version, act.Type, act.Act.At, act.Act.Person, act.Reason, Encoding.UTF8.GetString(act.Body)))],
            acts.Count == limit ? acts[^1].Version : null);
    }
}
