using MultiLine.Domain;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Tests.Running;

/// <summary>A line's conversation with a contact, seen from both ends.</summary>
public sealed class Talk(Product product, ConversationKey key, SimulatedPhone phone)
{
    public ConversationKey Key => key;

    public SimulatedPhone Phone => phone;

    public IConversationGrain Conversation => product.Grains.GetGrain<IConversationGrain>(key.ToString());

    /// <summary>The business's number that the contact writes to.</summary>
    private string Number => key.Organization == Firms.Contoso ? Firms.ContosoNumber : Firms.NorthwindNumber;

    public Task<SendResult> Send(
        string text, string? optInBasis = null, string? requestKey = null, Func<SendRequest, SendRequest>? change = null)
    {
        var request = new SendRequest
        {
            Channel = "whatsapp",
            Person = Firms.Person,
            IdempotencyKey = requestKey ?? product.NewRequestKey(),
            Text = text,
            OptInBasis = optInBasis,
        };
        return Conversation.Send(change?.Invoke(request) ?? request);
    }

    public Task<SendResult> SendTemplate(string name, params string[] parameters) => SendTemplate(name, parameters, product.NewRequestKey());

    public Task<SendResult> SendTemplate(string name, string[] parameters, string requestKey) => Conversation.Send(new SendRequest
    {
        Channel = "whatsapp",
        Person = Firms.Person,
        IdempotencyKey = requestKey,
        Template = new TemplateChoice(name, "en_US", parameters),
    });

    public Task<SendResult> Ask(string basis = "existing_client", string? requestKey = null, string? language = null) => Conversation.AskConsent(
        new ConsentRequest("whatsapp", Firms.Person, requestKey ?? product.NewRequestKey(), basis) { Language = language });

    public Task<SendResult> Retry(string messageId, string? requestKey = null) =>
        Conversation.Retry(new RetryRequest(messageId, Firms.Person, requestKey ?? product.NewRequestKey()));

    /// <summary>Sends what must be taken.</summary>
    public async Task<MessageSummary> Accepted(string text, string? optInBasis = null) => Taken(await Send(text, optInBasis));

    /// <summary>Sends what must be taken, and waits until the phone shows it and WhatsApp has said so.</summary>
    public async Task<MessageSummary> Delivered(string text)
    {
        var message = await Accepted(text);
        await Becomes(message.MessageId, "delivered");
        return (await Conversation.GetMessage(message.MessageId))!;
    }

    /// <summary>The contact writes; it is in the log when this returns.</summary>
    public async Task<MessageSummary> Hears(string text) => await Taken(await phone.Write(text, Number));

    /// <summary>The contact sends a file; the message is in the log when this returns.</summary>
    public async Task<MessageSummary> HearsFile(byte[] bytes, string mimeType) =>
        await Taken(await phone.SendFile(await product.WhatsApp.Upload(Firms.NorthwindNumber, bytes, mimeType), Firms.NorthwindNumber));

    /// <summary>The contact taps a button; it is in the log when this returns.</summary>
    public async Task<MessageSummary> HearsTap(string button) => await Taken(await phone.Tap(button));

    /// <summary>An event becomes durable and nobody is told of it, as if the process had died right there.</summary>
    /// <returns>Its version.</returns>
    public async Task<long> ChangesUntold()
    {
        var journal = product.Service<ConversationJournal>();
        var loaded = await journal.LoadAsync(key);
        var learned = new AliasesLearned { At = product.Clock.GetUtcNow(), ProviderAt = product.Clock.GetUtcNow(), Bsuid = $"DE.{loaded.Version}" };
        return Assert.IsType<JournalResult.Written>(await journal.WriteAsync(loaded, new JournalEntry([learned]))).Conversation.Version;
    }

    public async Task Becomes(string messageId, string status)
    {
        MessageSummary? message = null;
        await product.Until(
            async () => (message = await Conversation.GetMessage(messageId))?.Status == status,
            () => $"{status} message; it is {message}");
    }

    /// <summary>Waits until the phone shows a message with this text.</summary>
    public async Task Shows(string text)
    {
        IReadOnlyList<ShownMessage> shown = [];
        await product.Until(
            async () => (shown = await phone.Shown()).Any(message => message.Body.Contains(text, StringComparison.Ordinal)),
            () => $"“{text}” on the phone; it shows {string.Join(" | ", shown.Select(message => message.Body))}");
    }

    /// <summary>Everything that was ever said, oldest first.</summary>
    public async Task<IReadOnlyList<MessageSummary>> Messages() => [.. (await Conversation.GetMessages(null, 100)).Messages.Reverse()];

    public Task<ConversationStanding> Standing() => Conversation.GetStanding(Firms.Person);

    public async Task<IReadOnlyList<LogEntry>> Log() => (await Conversation.GetLog(0, 1000)).Entries;

    public async Task<int> CountInLog(string type) => (await Log()).Count(entry => entry.Type == type);

    public static MessageSummary Taken(SendResult result)
    {
        Assert.True(result.Refusal is null, $"Refused: {result.Refusal}");
        return result.Message!;
    }

    private async Task<MessageSummary> Taken(string providerMessageId)
    {
        MessageSummary? taken = null;
        await product.Until(
            async () => (taken = (await Messages()).LastOrDefault(message => message.ProviderMessageId == providerMessageId)) is not null,
            "message from the contact in the log");
        return taken!;
    }
}
