using System.Text;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Storage.Content;
using MultiLine.Storage.RawInbox;
using Orleans.Concurrency;

namespace MultiLine.Grains.Webhooks;

/// <summary>Shows operators what could not be attributed, and tries it again.</summary>
[GrainType("raw-inbox"), StatelessWorker]
public sealed class RawInboxGrain(IRawInbox rawInbox, ContentSealer sealer, WhatsAppIntake intake, TimeProvider time) : Grain, IRawInboxGrain
{
    public async Task<IReadOnlyList<RawInboxItem>> List(long? before, int limit)
    {
        List<RawInboxItem> items = [];
        foreach (var listed in await rawInbox.ReadAsync(before, limit))
        {
            // The list comes without the bytes.
            if (await rawInbox.FindAsync(listed.Id) is not { } entry)
            {
                continue;
            }

            var body = Encoding.UTF8.GetString(await Open(entry.Item));
            items.Add(new RawInboxItem(
                entry.Id, entry.Item.Provider, entry.Item.Reason, entry.Times, entry.Item.ReceivedAt, entry.ReplayedAt, body));
        }

        return items;
    }

    public async Task<bool> Replay(long id)
    {
        if (await rawInbox.FindAsync(id) is not { } entry)
        {
            return false;
        }

        foreach (var item in WebhookParser.Parse(await Open(entry.Item)))
        {
            if (await intake.Attribute(item) is not null)
            {
                return false;
            }
        }

        await rawInbox.MarkReplayedAsync(id, time.GetUtcNow());
        return true;
    }

    private Task<byte[]> Open(RawItem item) =>
        sealer.OpenAsync(GrainKeys.SystemOrganization, SealingContext.RawItem(item.Provider, item.Digest), item.Sealed);
}
