using System.Text.Json.Nodes;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;

namespace MultiLine.Grains.Tests.Running;

/// <summary>A line's conversation with a contact by SMS, seen from both ends.</summary>
public sealed class SmsTalk(Product product, Talk talk)
{
    public const string Notice = "Northwind Bank will send you messages about your business with us here. They are recorded. Reply STOP to stop them.";

    public Talk Talk => talk;

    private string Path => $"phones/{Uri.EscapeDataString(talk.Phone.Number)}";

    public Task<SendResult> Send(string text, string? requestKey = null) => talk.Conversation.Send(new SendRequest
    {
        Channel = "sms",
        Person = Firms.Person,
        IdempotencyKey = requestKey ?? product.NewRequestKey(),
        Text = text,
    });

    /// <summary>Sends the text of a message that did not arrive.</summary>
    public Task<SendResult> SendInPlaceOf(string messageId, string? requestKey = null) =>
        talk.Conversation.SendAsSms(new SmsRequest(messageId, Firms.Person, requestKey ?? product.NewRequestKey()));

    /// <summary>Sends what must be taken, and waits until the phone shows it and the provider has said so.</summary>
    public async Task<MessageSummary> Delivered(string text)
    {
        var message = Running.Talk.Taken(await Send(text));
        await talk.Becomes(message.MessageId, "delivered");
        return (await talk.Conversation.GetMessage(message.MessageId))!;
    }

    /// <summary>Waits until no SMS is on its way to the provider: moving the clock on under way would be a time-out.</summary>
    public async Task Rest()
    {
        var sender = product.Grains.GetGrain<ISenderGrain>(GrainKeys.Sender(Firms.Northwind, Channel.Sms, Firms.NorthwindSms));
        await product.Until(async () => (await sender.GetHealth()).InFlight == 0, "rest");
    }

    /// <summary>The contact writes; it is in the log when this returns.</summary>
    public async Task<MessageSummary> Hears(string text, string to = Firms.NorthwindSms)
    {
        var sid = await Write(text, to);
        MessageSummary? heard = null;
        await product.Until(
            async () => (heard = (await talk.Messages()).LastOrDefault(message => message.ProviderMessageId == sid)) is not null, "SMS of the contact in the log");
        return heard!;
    }

    /// <returns>The provider's id.</returns>
    public async Task<string> Write(string text, string to = Firms.NorthwindSms) =>
        (string)(await product.WhatsApp.Call(HttpMethod.Post, $"{Path}/sms", new { text, to }))["sid"]!;

    /// <summary>What has arrived from the business, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Shown() =>
    [
        .. (await product.WhatsApp.Get($"{Path}/sms")).AsArray().Where(sms => (string?)sms!["from"] == "business").Select(sms => (string)sms!["body"]!),
    ];

    /// <summary>What the provider has taken for this contact, whether it arrived or not.</summary>
    public async Task<IReadOnlyList<JsonNode>> Taken() =>
        [.. (await product.WhatsApp.Get("sms")).AsArray().Where(sms => $"+{(string?)sms!["contact"]}" == talk.Phone.Number).Select(sms => sms!)];

    public Task<ConversationStanding> Standing() => talk.Conversation.GetStandingOn("sms", Firms.Person);
}
