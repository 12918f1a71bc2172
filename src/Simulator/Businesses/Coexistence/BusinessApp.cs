using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Coexistence;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Businesses.Coexistence;

/// <summary>A message from before the number was connected.</summary>
/// <param name="From"><c>contact</c> or <c>business</c>.</param>
/// <param name="Status">Such as READ.</param>
internal sealed record PastMessage(string? From, string? Text, double SecondsAgo, string? Status);

/// <param name="Messages">Of one chat.</param>
/// <param name="Progress">In percent.</param>
internal sealed record HistoryChunk(IReadOnlyList<PastMessage>? Messages, int Phase = 0, int ChunkOrder = 1, int Progress = 100);

/// <param name="Action"><c>add</c>, <c>edit</c> or <c>remove</c>.</param>
internal sealed record AddressBookChange(string? Action, string? FullName, string? FirstName);

/// <summary>What somebody of the business does in the WhatsApp Business app, on a number that is used with both.</summary>
/// <remarks>
/// <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users"/>
/// </remarks>
internal sealed class BusinessApp(Database database, MessageLog messages, WebhookQueue webhooks, TimeProvider time)
{
    /// <summary>The contact gets it at once, no window is needed, and no status follows.</summary>
    public Message Write(BusinessNumber from, Phone to, ContactMessage said) =>
        database.Step(_ =>
        {
            var message = New(from, to, said);
            messages.Add(message);
            webhooks.Add(CoexistenceWebhook.OfEcho(message, said, from, to));
            return message;
        });

    public Message Revoke(BusinessNumber from, Phone to, Message about, ContactMessage said) =>
        database.Step(_ =>
        {
            messages.Save(said.Change!(about));
            var revocation = New(from, to, said);
            webhooks.Add(CoexistenceWebhook.OfEcho(revocation, said, from, to));
            return revocation;
        });

    public void ShareHistory(BusinessNumber number, Phone phone, HistoryChunk chunk) =>
        webhooks.Add(CoexistenceWebhook.OfHistory(chunk, number, phone, time.GetUtcNow()));

    public void DeclineHistory(BusinessNumber number, Phone phone) => webhooks.Add(CoexistenceWebhook.OfDeclinedHistory(number, phone));

    public void ChangeAddressBook(BusinessNumber number, Phone phone, AddressBookChange change) =>
        webhooks.Add(CoexistenceWebhook.OfAddressBook(change, number, phone, time.GetUtcNow()));

    private Message New(BusinessNumber from, Phone to, ContactMessage said)
    {
        var now = time.GetUtcNow();
        return new Message(Wamid.New(to.Number, incoming: false), from.Id, to.Number, Incoming: false, now, said.Type, said.Shown)
        {
            ReplyTo = said.ReplyTo,
            FromApp = true,
            Statuses = [new StatusStep(MessageStatus.Sent, now), new StatusStep(MessageStatus.Delivered, now)],
        };
    }
}
