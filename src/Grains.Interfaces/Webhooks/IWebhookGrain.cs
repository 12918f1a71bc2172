namespace MultiLine.Grains.Interfaces.Webhooks;

/// <summary>Takes in what a provider posts. Key: the provider, for example <c>whatsapp</c>.</summary>
[Alias("ml.IWebhookGrain")]
public interface IWebhookGrain : IGrainWithStringKey
{
    /// <summary>Answers the provider's handshake: the challenge to send back, or null if the token is wrong.</summary>
    [Alias("Handshake")]
    Task<string?> Handshake(string? mode, string? token, string? challenge);

    /// <summary>
    /// Checks the signature and takes in every item. Returns when all of them are durable; throws if any could not be stored, and then
    /// the provider sends again.
    /// </summary>
    [Alias("Take")]
    Task<WebhookReceipt> Take(WebhookDelivery delivery);
}

/// <param name="Body">To the byte as it came.</param>
/// <param name="Signature">The header <c>X-Hub-Signature-256</c>.</param>
[GenerateSerializer, Immutable, Alias("ml.WebhookDelivery")]
public sealed record WebhookDelivery([property: Id(0)] byte[] Body, [property: Id(1)] string? Signature);

/// <param name="SignatureValid">If not, nothing was taken in.</param>
/// <param name="Taken">Items that reached a conversation or a catalogue.</param>
/// <param name="KeptRaw">Items in the raw inbox.</param>
[GenerateSerializer, Immutable, Alias("ml.WebhookReceipt")]
public sealed record WebhookReceipt([property: Id(0)] bool SignatureValid, [property: Id(1)] int Taken, [property: Id(2)] int KeptRaw);

/// <summary>What arrived and could not be attributed, understood or taken in. Key: <c>system</c>.</summary>
[Alias("ml.IRawInboxGrain")]
public interface IRawInboxGrain : IGrainWithStringKey
{
    /// <summary>Newest first, without what came.</summary>
    [Alias("List")]
    Task<IReadOnlyList<RawInboxItem>> List(long? before, int limit);

    /// <summary>How many items no replay has taken in.</summary>
    [Alias("CountOpen")]
    Task<long> CountOpen();

    /// <summary>One item with what came, or null if there is none of this number.</summary>
    [Alias("Read")]
    Task<RawInboxContent?> Read(long id);

    /// <summary>Takes an item in once more. Refused if there is none, if it still can't be attributed or fails, or if it can't be opened.</summary>
    [Alias("Replay")]
    Task<Outcome> Replay(long id);
}

/// <param name="Id">Its number.</param>
/// <param name="Provider">Who sent it.</param>
/// <param name="Reason">Why it was kept.</param>
/// <param name="Times">How often it came.</param>
/// <param name="ReceivedAt">When it came first.</param>
/// <param name="ReplayedAt">When a replay took it in.</param>
/// <param name="Size">Of what came, in bytes.</param>
[GenerateSerializer, Immutable, Alias("ml.RawInboxItem")]
public sealed record RawInboxItem(
    [property: Id(0)] long Id,
    [property: Id(1)] string Provider,
    [property: Id(2)] string Reason,
    [property: Id(3)] int Times,
    [property: Id(4)] DateTimeOffset ReceivedAt,
    [property: Id(5)] DateTimeOffset? ReplayedAt,
    [property: Id(6)] int Size);

/// <param name="Item">What is known of it.</param>
/// <param name="Body">What came; null if its seal is broken.</param>
[GenerateSerializer, Immutable, Alias("ml.RawInboxContent")]
public sealed record RawInboxContent([property: Id(0)] RawInboxItem Item, [property: Id(1)] string? Body);
