using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using MultiLine.Connectors.Sms.Webhooks;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Sending.Providers;
using MultiLine.Grains.Telemetry;
using MultiLine.Storage.Content;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.RawInbox;

namespace MultiLine.Grains.Webhooks.Sms;

/// <summary>Takes what the SMS provider says to its conversation, and what belongs to nobody to the raw inbox.</summary>
public sealed class SmsIntake(
    IGrainFactory grains,
    ConversationJournal journal,
    IRawInbox rawInbox,
    ContentSealer sealer,
    Measures measures,
    TimeProvider time,
    ILogger<SmsIntake> log)
{
    public const string Provider = "sms";

    /// <summary>Returns when it is durable; says whether it reached a conversation.</summary>
    /// <param name="webhook">Body and query, see <see cref="SmsWebhook.Join"/>.</param>
    public async Task<bool> Take(byte[] webhook)
    {
        var start = time.GetTimestamp();
        try
        {
            if (await Attribute(webhook, time.GetUtcNow()) is not { } reason)
            {
                measures.WebhookItem("taken");
                return true;
            }

            await Keep(webhook, reason);
            measures.WebhookItem("kept_raw");
            return false;
        }
        catch (Exception e)
        {
            measures.WebhookItem("not_taken");
            log.ItemNotTaken(e);
            throw;
        }
        finally
        {
            measures.Webhook(Provider, time.GetElapsedTime(start));
        }
    }

    /// <summary>Takes it in if it belongs to somebody and can be taken in; otherwise says why not.</summary>
    /// <param name="webhook">Body and query.</param>
    /// <param name="at">When it arrived: the provider does not date what it says.</param>
    public async Task<string?> Attribute(byte[] webhook, DateTimeOffset at)
    {
        try
        {
            return SmsWebhook.Parse(webhook) switch
            {
                InboundSms message => await Receive(message, at),
                SmsStatus status => await Report(status, at),
                UnhandledSms unhandled => unhandled.Reason,
                var other => throw new InvalidOperationException($"Nobody takes {other.GetType().Name}."),
            };
        }
        catch (Exception e) when (!PassingFaults.Includes(e))
        {
            // Sent again it would fail again.
            log.ItemFailed(e.GetType(), e.StackTrace);
            return RawReasons.Failed;
        }
    }

    private async Task<string?> Receive(InboundSms message, DateTimeOffset at)
    {
        if (await grains.GetGrain<INumberGrain>(GrainKeys.Number(Channel.Sms, message.Number)).GetOwner() is not { } owner)
        {
            return RawReasons.UnknownNumber;
        }

        var book = grains.GetGrain<IContactBookGrain>(owner.Organization);
        var contact = await book.Resolve(new LearnedContact(message.From, null, null, at));
        var conversation = new ConversationKey(owner.Organization, owner.Line, contact.Contact.Id);
        await grains.GetGrain<IConversationGrain>(conversation.ToString()).Receive(new ReceivedMessage
        {
            Channel = Channel.Sms.Name(),
            Number = message.Number,
            ProviderMessageId = message.Sid,
            ProviderAt = at,
            Kind = message.MediaCount > 0 ? "mms" : "text",
            Text = message.Text,
            Raw = Encoding.UTF8.GetString(message.Raw),
            Phone = message.From,
            ProviderUnderstood = message.OptOut switch { OptOut.Stop => "stop", OptOut.Start => "yes", _ => null },
        });
        return null;
    }

    private async Task<string?> Report(SmsStatus status, DateTimeOffset at)
    {
        if (await journal.FindReportedAsync(Channel.Sms, status.Number, status.Sid, status.AttemptId) is not var (conversation, messageId))
        {
            return RawReasons.UnknownMessage;
        }

        await grains.GetGrain<IConversationGrain>(conversation.ToString()).Report(new ReportedStatus
        {
            MessageId = messageId,
            ProviderMessageId = status.Sid,
            Status = Words.Of(status.Status),
            Word = status.Word,
            ProviderAt = at,
            AttemptId = status.AttemptId,
            Code = status.Status == SmsDelivery.Failed ? SmsSender.Code(status.ErrorCode) : null,
            ProviderCode = status.ErrorCode,
            Raw = Encoding.UTF8.GetString(status.Raw),
        });
        return null;
    }

    private async Task Keep(byte[] webhook, string reason)
    {
        log.KeptRaw(reason);
        var digest = Convert.ToHexStringLower(SHA256.HashData(webhook));
        var box = await sealer.SealAsync(GrainKeys.SystemOrganization, SealingContext.RawItem(Provider, digest), webhook);
        await rawInbox.AddAsync(new RawItem(Provider, digest, reason, box, time.GetUtcNow()));
    }
}
