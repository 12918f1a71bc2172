using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Sending;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.RawInbox;

namespace MultiLine.Grains.Webhooks;

/// <summary>
/// Walks a webhook's items: each to its conversation or catalogue, and whatever belongs to nobody to the raw inbox. Items of one sender
/// keep their order, others go side by side, and none is held up by another that fails.
/// </summary>
public sealed class WhatsAppIntake(
    IGrainFactory grains, ConversationJournal journal, IRawInbox rawInbox, ContentSealer sealer, TimeProvider time, ILogger<WhatsAppIntake> log)
{
    public const string Provider = "whatsapp";

    /// <summary>Returns when every item is durable.</summary>
    /// <exception cref="AggregateException">Some could not be stored; those that were are duplicates when they come again.</exception>
    public async Task<(int Taken, int KeptRaw)> Take(ReadOnlyMemory<byte> body)
    {
        var lanes = WebhookParser.Parse(body).GroupBy(Lane, StringComparer.Ordinal).Select(lane => TakeInOrder([.. lane]));
        var results = await Task.WhenAll(lanes);
        if (results.Select(result => result.Failure).OfType<Exception>().ToList() is { Count: > 0 } failures)
        {
            throw new AggregateException(failures);
        }

        return (results.Sum(result => result.Taken), results.Sum(result => result.KeptRaw));
    }

    /// <summary>Takes an item in if it belongs to somebody and can be taken in; otherwise says why not.</summary>
    public async Task<string?> Attribute(WebhookItem item)
    {
        try
        {
            return item switch
            {
                InboundMessage message => await Receive(message),
                MessageStatus status => await Report(status),
                TemplateStatusUpdate update => await Report(update),
                UnhandledItem unhandled => unhandled.Reason,
                _ => UnhandledReason.UnknownMember,
            };
        }
        catch (Exception e) when (!PassingFaults.Includes(e))
        {
            // Sent again it would fail again, for days, and hold up what follows it.
            log.ItemFailed(e.GetType(), e.StackTrace);
            return RawReasons.Failed;
        }
    }

    private async Task<(int Taken, int KeptRaw, Exception? Failure)> TakeInOrder(IReadOnlyList<WebhookItem> items)
    {
        var (taken, keptRaw) = (0, 0);
        try
        {
            foreach (var item in items)
            {
                if (await Attribute(item) is { } reason)
                {
                    await Keep(item, reason);
                    Measures.WebhookItem("kept_raw");
                    keptRaw++;
                }
                else
                {
                    Measures.WebhookItem("taken");
                    taken++;
                }
            }

            return (taken, keptRaw, null);
        }
        catch (Exception e)
        {
            Measures.WebhookItem("not_taken");
            log.ItemNotTaken(e);
            return (taken, keptRaw, e);
        }
    }

    private async Task<string?> Receive(InboundMessage message)
    {
        if (await grains.GetGrain<INumberGrain>(GrainKeys.Number(Channel.WhatsApp, message.PhoneNumberId)).GetOwner() is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        var sender = new LearnedContact(message.FromPhone, message.FromUserId, Name(message), message.Timestamp);
        var book = grains.GetGrain<IContactBookGrain>(owner.Organization);
        var contact = await Answered(message, owner) is { } recipient ? await book.ResolveAnswer(sender, recipient) : await book.Resolve(sender);
        var conversation = new ConversationKey(owner.Organization, owner.Line, contact.Contact.Id);
        await grains.GetGrain<IConversationGrain>(conversation.ToString()).Receive(message.ToReceived());
        return null;
    }

    /// <summary>To whom on this line the message went that this one answers; null if it answers none of ours.</summary>
    private async Task<string?> Answered(InboundMessage message, LineKey owner) =>
        message.ContextMessageId is { } ours
        && await journal.FindReportedAsync(Channel.WhatsApp, message.PhoneNumberId, ours, callbackData: null) is var (conversation, _)
        && conversation.Organization == owner.Organization && conversation.Line == owner.Line
            ? conversation.Contact
            : null;

    private static string? Name(InboundMessage message) => string.IsNullOrWhiteSpace(message.ProfileName) ? message.Username : message.ProfileName;

    private async Task<string?> Report(MessageStatus status)
    {
        if (await journal.FindReportedAsync(Channel.WhatsApp, status.PhoneNumberId, status.Wamid, status.CallbackData) is not var (conversation, messageId))
        {
            return RawReasons.UnknownMessage;
        }

        await grains.GetGrain<IConversationGrain>(conversation.ToString()).Report(new ReportedStatus
        {
            MessageId = messageId,
            ProviderMessageId = status.Wamid,
            Status = Words.Of(status.Status),
            ProviderAt = status.Timestamp,
            AttemptId = status.CallbackData,
            Code = status.Error is { } error ? AttemptReports.Code(error.Code) : null,
            ProviderCode = status.Error?.Code,
            Raw = Encoding.UTF8.GetString(status.Raw.Span),
        });
        await grains.GetGrain<IContactBookGrain>(conversation.Organization)
            .Learn(conversation.Contact, status.RecipientPhone, status.RecipientUserId);
        return null;
    }

    private async Task<string?> Report(TemplateStatusUpdate update)
    {
        if (await grains.GetGrain<IWhatsAppAccountGrain>(update.WabaId).GetOrganization() is not { } organization)
        {
            return RawReasons.UnknownAccount;
        }

        var report = new TemplateReport(
            update.TemplateId, update.Name, update.Language, update.Event, update.RejectionReason ?? update.Reason, update.Timestamp);
        return await grains.GetGrain<ITemplateCatalogGrain>(organization).Report(report);
    }

    private async Task Keep(WebhookItem item, string reason)
    {
        log.KeptRaw(reason);
        var bytes = item.ToWebhook();
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var box = await sealer.SealAsync(GrainKeys.SystemOrganization, SealingContext.RawItem(Provider, digest), bytes);
        await rawInbox.AddAsync(new RawItem(Provider, digest, reason, box, time.GetUtcNow()));
    }

    /// <summary>What has to stay in order. A status needs no order: it only moves forward.</summary>
    private static string Lane(WebhookItem item) => item switch
    {
        InboundMessage message => $"{message.PhoneNumberId}/{message.FromUserId ?? message.FromPhone}",
        MessageStatus status => $"{status.PhoneNumberId}/{status.Wamid}",
        TemplateStatusUpdate update => $"{update.WabaId}/{update.TemplateId}",
        _ => "",
    };
}
