using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Messages;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Phones.Messages;

/// <summary>The way of an accepted message to the phone: sent, delivered, read, or failed, each told to the business.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status"/></remarks>
internal sealed class Delivery(
    Database database,
    MessageLog messages,
    PhoneBook phones,
    Schedule schedule,
    WebhookQueue webhooks,
    FaultBox faults,
    BusinessNumbers numbers,
    SimulatorOptions options,
    TimeProvider time
) : IScheduledAct
{
    public string Kind => "status";

    /// <summary>Sets a message on its way that has just been accepted.</summary>
    /// <param name="atOnce">Reports the first status before anything else happens.</param>
    public void Start(Message message, bool atOnce)
    {
        var first = message.Failure is null || message.FailsAfterSent ? MessageStatus.Sent : MessageStatus.Failed;
        if (atOnce)
            Reach(message, first);
        else
            Plan(message, first, options.Statuses.SentAfter);
    }

    /// <summary>The contact opens the chat: everything that has arrived is read.</summary>
    public IReadOnlyList<string> Open(Phone phone, string? numberId) =>
        database.Step<IReadOnlyList<string>>(_ =>
        {
            var unread = messages
                .OpenWith(phone.Number)
                .Where(message => message.Status == MessageStatus.Delivered && (numberId is null || message.NumberId == numberId))
                .ToList();
            foreach (var message in unread)
                Reach(message, MessageStatus.Read);
            return [.. unread.Select(message => message.Id)];
        });

    /// <summary>The contact listens to a voice note. This is told even where reading is not.</summary>
    public Message Play(Message message) =>
        database.Step(_ =>
        {
            Reach(message, MessageStatus.Read);
            Reach(messages.Find(message.Id)!, MessageStatus.Played);
            return messages.Find(message.Id)!;
        });


    void IScheduledAct.Run(string subject, string argument)
    {
        if (messages.Find(subject) is { } message)
            Reach(message, Enum.Parse<MessageStatus>(argument));
    }

    private void Reach(Message message, MessageStatus status)
    {
        if (message.Status >= status)
            return;

        var phone = phones.Find(message.Contact);
        if (status == MessageStatus.Read && phone is { ReadReceipts: false })
        {
            messages.Save(message with { Seen = true });
            return;
        }

        // A message that is read at once may be reported as read only (same page).
        var untold = status == MessageStatus.Delivered && !message.FromApp && faults.Take(FaultKind.SkipDelivered) is not null;
        var reached = message with
        {
            Statuses = [.. message.Statuses, new StatusStep(status, time.GetUtcNow())],
            DeliveryUntold = message.DeliveryUntold || untold,
        };
        messages.Save(reached);
        if (message.IsReaction && status == MessageStatus.Sent)
            React(reached);

        if (!message.FromApp && !untold)
            webhooks.Add(StatusWebhook.Of(reached, numbers.Get(message.NumberId), phone));
        PlanNext(reached, phone);
    }

    private void React(Message reaction)
    {
        if (messages.Find(reaction.ReplyTo!) is { } about)
            messages.Save(about with { BusinessReaction = reaction.Shown.Body.Length == 0 ? null : reaction.Shown.Body });
    }

    private void PlanNext(Message message, Phone? phone)
    {
        // Of a reaction no more is told.
        if (message.IsReaction)
            return;

        if (message is { FailsAfterSent: true, Status: MessageStatus.Sent })
            Plan(message, MessageStatus.Failed, options.Statuses.DeliveredAfter);
        else if (message.Status == MessageStatus.Sent && phone is not null && !phone.HasBlocked(message.NumberId))
            Plan(message, MessageStatus.Delivered, options.Statuses.DeliveredAfter);
        else if (message.Status == MessageStatus.Delivered && phone is { AutoRead: true })
            Plan(message, MessageStatus.Read, options.Statuses.ReadAfter);
    }

    private void Plan(Message message, MessageStatus status, TimeSpan after) => schedule.Add(after, Kind, message.Id, status.ToString());
}
