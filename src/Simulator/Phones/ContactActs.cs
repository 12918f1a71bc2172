using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Phones;

/// <summary>What a contact does with the phone that reaches a business: writing and tapping buttons.</summary>
internal sealed class ContactActs(Database database, MessageLog messages, CustomerWindows windows, WebhookQueue webhooks, TimeProvider time)
{
    /// <param name="ago">How far in the past; for seeding old history.</param>
    public Message Write(Phone phone, BusinessNumber to, string text, TimeSpan ago, string? replyTo) =>
        Send(phone, to, "text", new Bubble(text), ago, replyTo, message => MessageWebhook.OfText(message, phone, to));

    /// <summary>Taps a quick reply of a template or a reply button of an interactive message.</summary>
    /// <param name="withContext">Off: the webhook doesn't say which message the button belonged to, as happens in real traffic.</param>
    public Message Tap(Phone phone, BusinessNumber to, Message tapped, BubbleButton button, bool withContext) =>
        Send(
            phone,
            to,
            button.Kind == "reply" ? "interactive" : "button",
            new Bubble(button.Text),
            TimeSpan.Zero,
            withContext ? tapped.Id : null,
            message => MessageWebhook.OfTap(message, button, phone, to)
        );

    private Message Send(
        Phone phone,
        BusinessNumber to,
        string type,
        Bubble shown,
        TimeSpan ago,
        string? replyTo,
        Func<Message, Webhook> tell
    ) =>
        database.Step(_ =>
        {
            var message = new Message(
                Wamid.New(phone.Number, incoming: true),
                to.Id,
                phone.Number,
                Incoming: true,
                time.GetUtcNow() - ago,
                type,
                shown
            )
            {
                ReplyTo = replyTo,
            };
            messages.Add(message);
            windows.Extend(to.Id, phone.Number, message.At);
            webhooks.Add(tell(message));
            return message;
        });
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
            .AddSingleton<Delivery>()
            .AddSingleton<IScheduledAct>(provider => provider.GetRequiredService<Delivery>());
}
