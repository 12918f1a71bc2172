using MultiLine.Connectors.WhatsApp.Sending;
using MultiLine.Grains.Interfaces.Sending;
using Orleans.Concurrency;

namespace MultiLine.Grains.Sending;

[GrainType("receipt"), StatelessWorker]
public sealed class ReceiptGrain(WhatsAppClient client) : Grain, IReceiptGrain
{
    public Task Show(Receipt receipt) =>
        client.MarkReadAsync(receipt.Number, receipt.ProviderMessageId, receipt.Typing, CancellationToken.None);
}
