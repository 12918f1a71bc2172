using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Calls;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Messages;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Phones;

/// <summary>What a contact does with the phone that reaches a business: writing and tapping buttons.</summary>
internal sealed class ContactActs(
    Database database,
    MessageLog messages,
    CustomerWindows windows,
    BlockList blocks,
    WebhookQueue webhooks,
    TimeProvider time
)
{
    /// <param name="ago">How far in the past; for seeding old history.</param>
    public Message Write(Phone phone, BusinessNumber to, ContactMessage said, TimeSpan ago) =>
        database.Step(_ =>
        {
            var message = New(phone, to, said, ago);
            messages.Add(message);
            // Who is blocked by the business writes, and nobody is told.
            if (blocks.Has(to.Id, phone.Number))
                return message;

            windows.Extend(to.Id, phone.Number, message.At);
            webhooks.Add(MessageWebhook.Of(message, said, phone, to));
            return message;
        });

    /// <summary>Taps a quick reply of a template or a reply button of an interactive message.</summary>
    /// <param name="withContext">Off: the webhook doesn't say which message the button belonged to, as happens in real traffic.</param>
    public Message Tap(Phone phone, BusinessNumber to, Message tapped, BubbleButton button, bool withContext)
    {
        var replyTo = withContext ? tapped.Id : null;
        var said =
            button.Kind == "reply"
                ? Reply.Of("button_reply", ContactMessage.WireForm(new { Id = button.Payload, Title = button.Text }), button.Text, replyTo)
                : new ContactMessage(
                    "button",
                    ContactMessage.WireForm(new { Payload = button.Payload ?? button.Text, button.Text }),
                    new Bubble(button.Text)
                )
                {
                    ReplyTo = replyTo,
                };
        return Write(phone, to, said, TimeSpan.Zero);
    }

    /// <summary>Does something to a message, such as reacting to it. It is no message that opens the window.</summary>
    public Message Change(Phone phone, BusinessNumber to, Message about, ContactMessage said) =>
        database.Step(_ =>
        {
            var message = New(phone, to, said, TimeSpan.Zero);
            messages.Save(said.Change!(about));
            if (!blocks.Has(to.Id, phone.Number))
                webhooks.Add(MessageWebhook.Of(message, said, phone, to));
            return message;
        });

    private Message New(Phone phone, BusinessNumber to, ContactMessage said, TimeSpan ago) =>
        new(said.Id ?? Wamid.New(phone.Number, incoming: true), to.Id, phone.Number, Incoming: true, time.GetUtcNow() - ago, said.Type, said.Shown)
        {
            ReplyTo = said.ReplyTo,
        };
}

internal static class PhonesRegistration
{
    public static IServiceCollection AddPhones(this IServiceCollection services) =>
        services
            .AddSingleton<BusinessNumbers>()
            .AddSingleton<PhoneBook>()
            .AddSingleton<MessageLog>()
            .AddSingleton<CustomerWindows>()
            .AddSingleton<ContactActs>()
            .AddSingleton<IdentityActs>()
            .AddSingleton<CallLog>()
            .AddSingleton<PhoneCalls>()
            .AddSingleton<Delivery>()
            .AddSingleton<IScheduledAct>(provider => provider.GetRequiredService<Delivery>());
}
