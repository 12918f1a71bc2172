using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Accounts;
using MultiLine.Connectors.WhatsApp.Webhooks.Calls;
using MultiLine.Connectors.WhatsApp.Webhooks.Coexistence;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;
using MultiLine.Connectors.WhatsApp.Webhooks.Templates;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Sending;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Webhooks;

/// <summary>Brings each item to whom it belongs: a message to the conversation, a verdict to the catalogue.</summary>
public sealed class WhatsAppAttribution(IGrainFactory grains, ConversationJournal journal)
{
    /// <returns>Null when it is durable; otherwise why it belongs to nobody.</returns>
    public Task<string?> Take(WebhookItem item) => item switch
    {
        InboundMessage message => Receive(message),
        MessageStatus status => Report(status),
        CallEvent call => Report(call),
        CallStatus status => Report(status),
        MessageEcho echo => Record(echo),
        HistoryMessage message => Record(message),
        AddressBookEntry entry => Learn(entry),
        UserPreference preference => Prefer(preference),
        TemplateNotice notice => Report(notice),
        AccountNotice notice => grains.GetGrain<IWhatsAppAccountGrain>(notice.WabaId).Report(notice.ToFacts()),
        UserIdUpdate update => Change(update),
        UnhandledItem unhandled => Task.FromResult<string?>(unhandled.Reason),
        _ => Task.FromResult<string?>(UnhandledReason.UnknownMember),
    };

    private async Task<string?> Receive(InboundMessage message)
    {
        if (await Owner(message.PhoneNumberId) is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        // What an address changed from was the contact's until just then.
        var isChange = message.Content is InboundContent.System { Phone: not null } or InboundContent.System { UserId: not null };
        var at = isChange ? message.Timestamp.AddSeconds(-1) : message.Timestamp;
        var sender = new LearnedContact(message.FromPhone, message.FromUserId, Name(message.ProfileName, message.Username), at);
        var resolved = await Resolve(owner, sender, await Answered(message, owner));
        var conversation = Conversation(owner, resolved);
        var received = isChange ? message.ToReceived() with { Phone = null, Bsuid = null } : message.ToReceived();
        await (Target(message.Content) is { } target
            ? conversation.ReceiveChange(new ReceivedChange { Message = received, Change = message.Content.Type, Target = target })
            : conversation.Receive(received));
        if (message.Content is InboundContent.System system)
        {
            await Change(owner, message, system, resolved.Contact);
        }

        return null;
    }

    /// <summary>The contact has another number or user id. It is recorded as a message first: whatever follows may be done again.</summary>
    private async Task Change(LineKey owner, InboundMessage message, InboundContent.System system, ContactCard contact)
    {
        var book = Book(owner.Organization);
        if (system is { News: "user_changed_number", Phone: { } phone } && phone != message.FromPhone)
        {
            var changed = await book.ChangeNumber(new ChangedNumber(contact.Id, message.FromPhone, phone, message.Timestamp));
            await Conversation(owner, changed).LearnAliases(phone, bsuid: null, message.Timestamp);
        }

        if (system is { News: "user_changed_number" or "user_changed_user_id", UserId: { } userId }
            && (message.FromUserId ?? contact.Bsuid) is { } before && before != userId
            && await book.ChangeUserId(new ChangedUserId(before, userId, Phone: null, Name: null, message.Timestamp)) is { } known)
        {
            await Conversation(owner, known).LearnAliases(phone: null, userId, message.Timestamp);
        }
    }

    private async Task<string?> Change(UserIdUpdate update)
    {
        if (await Owner(update.PhoneNumberId) is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        var change = new ChangedUserId(update.Previous, update.Current, update.Phone, Name(update.ProfileName, update.Username), update.Timestamp);
        if (await Book(owner.Organization).ChangeUserId(change) is not { } changed)
        {
            return RawReasons.UnknownContact;
        }

        await Conversation(owner, changed).LearnAliases(update.Phone, update.Current, update.Timestamp);
        return null;
    }

    /// <summary>The message that is changed, where the content changes one.</summary>
    private static string? Target(InboundContent content) => content.TargetId;

    /// <summary>To whom on this line the message went, or from whom it came, that this one answers or changes; null if it is none that we know.</summary>
    private async Task<string?> Answered(InboundMessage message, LineKey owner)
    {
        var number = message.PhoneNumberId;
        var known = Target(message.Content) is { } target
            ? await journal.FindReceivedAsync(Channel.WhatsApp, number, target) ?? await journal.FindReportedAsync(Channel.WhatsApp, number, target, callbackData: null)
            // After it was taken in, the number that it came from is nobody's.
            : message.Content is InboundContent.System ? await journal.FindReceivedAsync(Channel.WhatsApp, number, message.Wamid)
            : message.ContextMessageId is { } ours ? await journal.FindReportedAsync(Channel.WhatsApp, number, ours, callbackData: null)
            : null;
        return known is var (conversation, _) && conversation.Organization == owner.Organization && conversation.Line == owner.Line
            ? conversation.Contact
            : null;
    }

    private async Task<string?> Report(MessageStatus status)
    {
        if (await journal.FindReportedAsync(Channel.WhatsApp, status.PhoneNumberId, status.Wamid, status.CallbackData) is not var (conversation, messageId))
        {
            return RawReasons.UnknownMessage;
        }

        await Conversation(conversation).Report(new ReportedStatus
        {
            MessageId = messageId,
            ProviderMessageId = status.Wamid,
            Status = Words.Of(status.Status),
            ProviderAt = status.Timestamp,
            AttemptId = status.CallbackData,
            Code = status.Error is { } error ? AttemptReports.Code(error.Code) : null,
            ProviderCode = status.Error?.Code,
            Raw = status.RawText(),
        });
        await Book(conversation.Organization).Learn(conversation.Contact, status.RecipientPhone, status.RecipientUserId);
        return null;
    }

    private async Task<string?> Report(CallEvent call)
    {
        if (await Owner(call.PhoneNumberId) is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        var conversation = await journal.FindCallAsync(Channel.WhatsApp, call.PhoneNumberId, call.CallId) is var (known, _)
            ? Conversation(known)
            : await Conversation(owner, new LearnedContact(call.Phone, call.UserId, Name(call.ProfileName, call.Username), call.Timestamp));
        await conversation.ReportCall(call.ToReported(inbound: call.Inbound ?? true));
        return null;
    }

    private async Task<string?> Report(CallStatus status)
    {
        if (await Owner(status.PhoneNumberId) is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        if (await journal.FindCallAsync(Channel.WhatsApp, status.PhoneNumberId, status.CallId) is var (known, _))
        {
            await Conversation(known).ReportCall(status.ToReported());
            return null;
        }

        if (status is { RecipientPhone: null, RecipientUserId: null })
        {
            return RawReasons.UnknownMessage;
        }

        var recipient = new LearnedContact(status.RecipientPhone, status.RecipientUserId, Name: null, status.Timestamp);
        await (await Conversation(owner, recipient)).ReportCall(status.ToReported());
        return null;
    }

    private async Task<string?> Record(MessageEcho echo)
    {
        if (await Owner(echo.PhoneNumberId) is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        await (await Conversation(owner, new LearnedContact(echo.ToPhone, echo.ToUserId, Name: null, echo.Timestamp))).RecordEcho(echo.ToReceived());
        return null;
    }

    private async Task<string?> Record(HistoryMessage message)
    {
        if (await Owner(message.PhoneNumberId) is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        var conversation = await Conversation(owner, new LearnedContact(message.Phone, message.UserId, Name: null, message.Timestamp));
        await (message.FromContact ? conversation.Receive(message.ToReceived()) : conversation.RecordEcho(message.ToReceived()));
        return null;
    }

    private async Task<string?> Learn(AddressBookEntry entry)
    {
        if (await Owner(entry.PhoneNumberId) is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        var named = !entry.Removed && entry.Name is { Length: > 0 }
            && await Book(owner.Organization).Name(new LearnedContact(entry.Phone, entry.UserId, entry.Name));
        return named ? null : RawReasons.NothingToLearn;
    }

    private async Task<string?> Prefer(UserPreference preference)
    {
        if (preference.ToReported() is not { } reported)
        {
            return RawReasons.UnknownPreference;
        }

        if (await Owner(preference.PhoneNumberId) is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        var contact = new LearnedContact(
            preference.Phone, preference.UserId, Name(preference.ProfileName, preference.Username), preference.Timestamp);
        await (await Conversation(owner, contact)).Prefer(reported);
        return null;
    }

    private async Task<string?> Report(TemplateNotice notice)
    {
        if (await grains.GetGrain<IWhatsAppAccountGrain>(notice.WabaId).GetOrganization() is not { } organization)
        {
            return RawReasons.UnknownAccount;
        }

        var catalog = grains.GetGrain<ITemplateCatalogGrain>(organization);
        return notice is TemplateStatusUpdate update ? await catalog.Report(update.ToReport()) : await catalog.Note(notice.ToNews());
    }

    private Task<LineKey?> Owner(string phoneNumberId) =>
        grains.GetGrain<INumberGrain>(GrainKeys.Number(Channel.WhatsApp, phoneNumberId)).GetOwner();

    private IContactBookGrain Book(string organization) => grains.GetGrain<IContactBookGrain>(organization);

    /// <param name="owner">The line.</param>
    /// <param name="contact">As the provider names it.</param>
    /// <param name="answered">The contact whose message is answered, where one is.</param>
    private Task<ResolvedContact> Resolve(LineKey owner, LearnedContact contact, string? answered = null)
    {
        var book = Book(owner.Organization);
        return answered is null ? book.Resolve(contact) : book.ResolveAnswer(contact, answered);
    }

    private async Task<IConversationGrain> Conversation(LineKey owner, LearnedContact contact) =>
        Conversation(owner, await Resolve(owner, contact));

    private IConversationGrain Conversation(LineKey owner, ResolvedContact resolved) =>
        Conversation(new ConversationKey(owner.Organization, owner.Line, resolved.Contact.Id));

    private IConversationGrain Conversation(ConversationKey key) => grains.GetGrain<IConversationGrain>(key.ToString());

    private static string? Name(string? profile, string? username) => string.IsNullOrWhiteSpace(profile) ? username : profile;
}
