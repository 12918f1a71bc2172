using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Domain;
using MultiLine.Domain.Policy.Redaction;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Webhooks;
using MultiLine.Grains.Webhooks.Sms;
using MultiLine.Storage.Content;
using MultiLine.Storage.RawInbox;
using Orleans.Concurrency;

namespace MultiLine.Grains.Webhooks;

/// <summary>Shows operators what could not be attributed, and tries it again.</summary>
[GrainType("raw-inbox"), StatelessWorker]
public sealed class RawInboxGrain(
    IRawInbox rawInbox, ContentSealer sealer, WhatsAppIntake intake, SmsIntake sms, TimeProvider time, ILogger<RawInboxGrain> log) : Grain, IRawInboxGrain
{
    public async Task<IReadOnlyList<RawInboxItem>> List(long? before, int limit) =>
        (await rawInbox.ReadAsync(before, limit)).Select(ToContract).ToList();

    public Task<long> CountOpen() => rawInbox.CountOpenAsync();

    public async Task<RawInboxContent?> Read(long id) =>
        await rawInbox.FindAsync(id) is { } entry
            ? new RawInboxContent(ToContract(entry), await Open(entry) is { } body ? Shown(entry.Item.Provider, body) : null)
            : null;

    public async Task<Outcome> Replay(long id)
    {
        if (await rawInbox.FindAsync(id) is not { } entry)
        {
            return Outcome.Refuse(RefusalCodes.NotFound, "There is no such item.");
        }

        if (await Open(entry) is not { } body)
        {
            return Outcome.Refuse(RefusalCodes.NotFound, "The item can't be opened: its seal is broken. What it held can't be taken in from here.");
        }

        if (await Attribute(entry.Item, body) is { } reason)
        {
            return Outcome.Refuse(RefusalCodes.NotFound, $"The item still can't be taken in ({reason}).");
        }

        await rawInbox.MarkReplayedAsync(id, time.GetUtcNow());
        return Outcome.Done;
    }

    private static string Shown(string provider, byte[] body) =>
        provider == SmsIntake.Provider ? RawRedaction.Form(body) : RawRedaction.Json(body);

    /// <summary>Why it still can't be taken in, or null if it was.</summary>
    private async Task<string?> Attribute(RawItem item, byte[] body)
    {
        if (item.Provider == SmsIntake.Provider)
        {
            return await sms.Attribute(body, item.ReceivedAt);
        }

        foreach (var said in WebhookParser.Parse(body))
        {
            if (await intake.Attribute(said) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>What came, or null if it can't be opened: one broken seal must not hide the other items.</summary>
    private async Task<byte[]?> Open(RawEntry entry)
    {
        try
        {
            return await sealer.OpenAsync(
                GrainKeys.SystemOrganization, SealingContext.RawItem(entry.Item.Provider, entry.Item.Digest), entry.Item.Sealed);
        }
        catch (SealBrokenException e)
        {
            log.RawItemBroken(e, entry.Id);
            return null;
        }
    }

    private static RawInboxItem ToContract(RawEntry entry) => new(
        entry.Id,
        entry.Item.Provider,
        entry.Item.Reason,
        entry.Times,
        entry.Item.ReceivedAt,
        entry.ReplayedAt,
        Math.Max(entry.SealedLength - ContentSealer.Overhead, 0));
}
