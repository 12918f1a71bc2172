using MultiLine.Simulator.Faults;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Messages.Contents;
using MultiLine.Simulator.Graph.Messages.Filling;
using MultiLine.Simulator.Graph.Messages.Interactive;
using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Messages;

internal sealed record AcceptedMessage(Message Message, MessageRecipient To);

/// <summary>Takes a message or refuses it. Accepting, with everything that follows from it, is one durable step.</summary>
internal sealed class MessageSender(
    Database database,
    Recipients recipients,
    TemplateCatalog templates,
    MediaStore media,
    CustomerWindows windows,
    SenderRules rules,
    RateLimits limits,
    MessageLog messages,
    Delivery delivery,
    FaultBox faults,
    SimulatorOptions options,
    TimeProvider time
)
{
    public Answer<AcceptedMessage> Send(BusinessNumber from, SendRequest request, bool earlyStatus) =>
        database.Step<Answer<AcceptedMessage>>(_ =>
        {
            if (SendRules.CheckMessage(request) is { } malformed)
                return malformed;
            if (rules.CheckSender(from, request.Type == "template") is { } barred)
                return barred;
            if (recipients.Find(request).IsRefused(out var refusal, out var to))
                return refusal;
            if (to.Contact == from.Digits)
                return MessageErrors.RecipientIsSender;
            if (Compose(from, request).IsRefused(out refusal, out var draft))
                return refusal;
            if (draft.ToPhoneOnly && to.ByUserId)
                return MessageErrors.PhoneNumberNeeded;
            if (rules.CheckRecipient(from, to) is { } blocked)
                return blocked;

            var (failure, atOnce) = FailureOf(from, to, draft);
            var late = failure is null ? faults.Take(FaultKind.FailAfterSent) : null;
            if (failure is not null && atOnce)
                return MessageErrors.AtOnce(failure);
            if (limits.Take(from, to.Contact) is { } limited)
                return limited;

            var message = new Message(
                Wamid.New(to.Contact, incoming: false),
                from.Id,
                to.Contact,
                Incoming: false,
                time.GetUtcNow(),
                draft.Type,
                draft.Shown
            )
            {
                ReplyTo = draft.About ?? request.Context?.MessageId,
                CallbackData = request.BizOpaqueCallbackData,
                ByUserId = to.ByUserId,
                Category = draft.Category,
                Failure = failure ?? FailureOf(late),
                FailsAfterSent = late is not null,
            };
            messages.Add(message);
            delivery.Start(message, atOnce: earlyStatus);
            return new AcceptedMessage(message, to);
        });

    private Answer<Draft> Compose(BusinessNumber from, SendRequest request) =>
        request.Type switch
        {
            "template" => TemplateMessage.Compose(request.Template, name => templates.Named(from.WabaId, name), FileOf(from)),
            "interactive" => InteractiveMessage.Compose(request.Interactive, FileOf(from)),
            "location" => LocationMessage.Compose(request.Location),
            "contacts" => ContactsMessage.Compose(request.Contacts),
            Message.ReactionType => ReactionMessage.Compose(request.Reaction),
            { } type when MediaMessage.Types.Contains(type) => MediaMessage.Compose(type, request.Part(type), from.Id, media),
            _ => TextMessage.Compose(request.Text),
        };

    private Func<string, MediaContent, Answer<BubbleMedia>> FileOf(BusinessNumber from) =>
        (type, content) => MediaMessage.ShowInHeader(type, content, from.Id, media);

    private (DeliveryFailure? Failure, bool AtOnce) FailureOf(BusinessNumber from, MessageRecipient to, Draft draft)
    {
        if (faults.Take(FaultKind.FailMessage) is { } fault)
            return (FailureOf(fault), false);
        if (to.Phone is not { OnWhatsApp: true })
            return (DeliveryFailure.NotOnWhatsApp, options.NotOnWhatsApp == Refusal.AtOnce);
        if (draft.Type != "template" && !windows.IsOpen(from.Id, to.Contact))
            return (DeliveryFailure.WindowClosed, options.ClosedWindow == Refusal.AtOnce);
        if (draft.About is not null && !CanReactTo(draft.About, from, to))
            return (DeliveryFailure.NothingToReactTo, false);
        if (draft.Category == "marketing" && to.Contact.StartsWith('1'))
            return (DeliveryFailure.EcosystemEngagement, false);
        if (draft.Category == "marketing" && to.Phone.NoMarketing.Contains(from.Id))
            return (DeliveryFailure.MarketingStopped, false);
        return (null, false);
    }

    private static DeliveryFailure? FailureOf(Fault? fault) =>
        fault is null ? null : new DeliveryFailure(fault.Code, "Failed on request", fault.Details);

    private bool CanReactTo(string about, BusinessNumber from, MessageRecipient to) =>
        messages.Find(about) is { OnPhone: true, Revoked: false } message && message.NumberId == from.Id && message.Contact == to.Contact;
}
