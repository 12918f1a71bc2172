namespace MultiLine.Grains.Interfaces.Webhooks;

/// <summary>Takes in what the SMS provider posts. Key: <c>sms</c>.</summary>
[Alias("ml.ISmsWebhookGrain")]
public interface ISmsWebhookGrain : IGrainWithStringKey
{
    /// <summary>
    /// Checks the signature and takes in the message or status. Returns when it is durable; throws if it could not be stored, and then the
    /// provider sends again.
    /// </summary>
    [Alias("Take")]
    Task<WebhookReceipt> Take(SmsWebhookDelivery delivery);
}

/// <param name="PathAndQuery">Where it arrived, from the first slash on and to the letter: the signature covers it.</param>
/// <param name="Body">To the byte as it came.</param>
/// <param name="IsForm">The body is a form.</param>
/// <param name="Signature">The header <c>X-Twilio-Signature</c>.</param>
[GenerateSerializer, Immutable, Alias("ml.SmsWebhookDelivery")]
public sealed record SmsWebhookDelivery(
    [property: Id(0)] string PathAndQuery, [property: Id(1)] byte[] Body, [property: Id(2)] bool IsForm, [property: Id(3)] string? Signature);
