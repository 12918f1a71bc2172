using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Status;
using MultiLine.Domain.Templates;

namespace MultiLine.Domain.Conversations;

/// <summary>What people send: messages, opt-in requests, retries.</summary>
internal static class Sending
{
    public static Refusal? Send(Draft draft, SendMessage command)
    {
        draft.CloseLapsedSession(command.Channel, ClosedBy.Clock);
        if (command.Facts.Number is not { } number)
        {
            return SendingRules.NotEnabledOn(command.Channel);
        }

        if (Faults(draft, command, number) is { } fault)
        {
            return fault;
        }

        var kind = command.Template is null ? OutboundKind.Text : OutboundKind.Template;
        if (command.Policy is { Action: PolicyAction.Block } policy)
        {
            return Block(draft, command, kind, policy);
        }

        var refusal = SendingRules.Permits(draft, command.Channel, kind);
        if (refusal is null or { Code: RefusalCodes.ConsentRequired or RefusalCodes.ConsentPending })
        {
            refusal = SendingRules.Marketing(draft, command.Channel, command.Template?.Found?.Category) ?? refusal;
        }

        var waits = false;
        if (refusal is { Code: RefusalCodes.ConsentRequired or RefusalCodes.ConsentPending } && command.OptIn is { } offer)
        {
            refusal = Ask(draft, command.Channel, number, command.Author, offer, command.Facts);
            waits = true;
        }

        if (refusal is not null)
        {
            return refusal;
        }

        draft.LearnAliases();
        SmsRules.Inform(draft, command.Channel, number, command.Disclaimer);
        if (command.InPlaceOf is { } replaced)
        {
            draft.Append(new MessageReplaced
            {
                At = draft.Now, MessageId = replaced.MessageId, Channel = replaced.Channel, ReplacedBy = command.MessageId,
            });
        }

        draft.Append(new MessageAccepted
        {
            At = draft.Now,
            MessageId = command.MessageId,
            Channel = command.Channel,
            Number = number,
            Kind = kind,
            Author = command.Author,
            Template = command.Template is { } template
                ? new TemplateReference(template.Name, template.Language) { Category = template.Found?.Category }
                : null,
            InReplyTo = command.ReplyTo?.Found?.ProviderMessageId,
            AwaitsConsent = waits,
            InPlaceOf = command.InPlaceOf?.MessageId,
            Commitment = command.Commitment,
            Policy = command.Policy,
        });
        return null;
    }

    public static Refusal? Ask(Draft draft, AskConsent command)
    {
        if (command.Facts.Number is not { } number)
        {
            return SendingRules.NotEnabledOn(command.Channel);
        }

        if (SendingRules.Ask(draft, command.Channel) is { } refusal)
        {
            return refusal;
        }

        return draft.State[command.Channel].Consent.Status == ConsentStatus.Granted
            ? null
            : Ask(draft, command.Channel, number, command.Author, new OptInOffer(command.Basis, command.Request) { Language = command.Language }, command.Facts);
    }

    public static Refusal? Retry(Draft draft, RetryMessage command)
    {
        var message = command.Message;
        draft.CloseLapsedSession(message.Channel, ClosedBy.Clock);
        if (command.Facts.Number is not { } number)
        {
            return SendingRules.NotEnabledOn(message.Channel);
        }

        if (message.Inbound || !message.Status.MayBeRetried() || draft.State.FindOpen(message.MessageId) is not null)
        {
            return new Refusal(RefusalCodes.InvalidRequest, "Only a message that failed, or whose outcome is unknown, can be sent again.");
        }

        if (message.Kind is not (OutboundKind.Text or OutboundKind.Template))
        {
            return new Refusal(RefusalCodes.InvalidRequest, "A message of the system can't be sent again. Send the opt-in request anew instead.");
        }

        var refusal = SendingRules.Permits(draft, message.Channel, message.Kind)
            ?? SendingRules.Marketing(draft, message.Channel, Category(command))
            ?? SendingRules.Policy(command.Policy, command.Facts.PolicyContacts)
            ?? SendingRules.Kept(command.IsContentGone);
        if (refusal is not null)
        {
            return refusal;
        }

        draft.LearnAliases();
        SmsRules.Inform(draft, message.Channel, number, command.Disclaimer);
        draft.Append(new MessageQueued
        {
            At = draft.Now,
            MessageId = message.MessageId,
            Channel = message.Channel,
            Number = number,
            Kind = message.Kind,
            RetriedBy = command.Author,
        });
        return null;
    }

    /// <summary>Recorded whatever else would have kept it back: what somebody wanted to send is to be known.</summary>
    private static Refusal Block(Draft draft, SendMessage command, OutboundKind kind, PolicyMark policy)
    {
        draft.Append(new MessageBlocked
        {
            At = draft.Now,
            MessageId = command.MessageId,
            Channel = command.Channel,
            Kind = kind,
            Author = command.Author,
            Template = command.Template is { } template ? new TemplateReference(template.Name, template.Language) : null,
            Policy = policy,
        });
        return PolicyWords.Blocked(policy, command.Facts.PolicyContacts);
    }

    /// <summary>What the provider has held back as marketing is marketing, whatever the catalogue says.</summary>
    private static string? Category(RetryMessage command) =>
        command.Message.FailureCode == RefusalCodes.MarketingHeldBack ? MessageTemplate.Marketing : command.TemplateCategory;

    /// <summary>Asks, unless the last request is under way or too young or there is none that may be sent.</summary>
    private static Refusal? Ask(Draft draft, Channel channel, string number, string author, OptInOffer offer, SendingFacts facts)
    {
        if (SendingRules.AskAgain(draft, channel) is { } pending)
        {
            return pending;
        }

        if (offer.Language is { } chosen && !facts.OptInLanguages.Contains(chosen))
        {
            return SendingRules.NotAskedIn(chosen);
        }

        if (offer.Request is not { Template: { Status: TemplateStatus.Approved } template, Message: { } message })
        {
            return SendingRules.NotApproved(offer.Request.Template?.Name ?? "opt-in request", offer.Request.Template);
        }

        draft.LearnAliases();
        draft.Append(new ConsentAsked
        {
            At = draft.Now,
            Channel = channel,
            MessageId = message.MessageId,
            Author = author,
            Basis = offer.Basis,
            Language = offer.Language,
        });
        draft.AcceptOptInRequest(channel, number, message, new TemplateReference(template.Name, template.Language), author);
        return null;
    }

    private static Refusal? Faults(Draft draft, SendMessage command, string number) => command switch
    {
        { InPlaceOf: { } replaced } when SmsRules.MayReplace(replaced) is { } refusal => refusal,
        { InPlaceOf: not null, Text: null } => SendingRules.NoLongerKept,
        { Channel: Channel.Sms } when SmsRules.Faults(draft, command) is { } fault => fault,
        { ReplyTo: { } quoted } when quoted.Fault(command.Channel, number) is { } fault => fault,
        { Template: not null, Buttons.IsEmpty: false } =>
            new Refusal(RefusalCodes.InvalidRequest, "A template has its own buttons; others go with a text only."),
        { Template: { } chosen } => chosen.Found is { Status: TemplateStatus.Approved } template
            ? template.Render(chosen.Parameters).Refusal
            : SendingRules.NotApproved(chosen.Name, chosen.Found),
        { Text: null } => new Refusal(RefusalCodes.InvalidRequest, "A message needs a text or a template."),
        { Text: var text } when string.IsNullOrWhiteSpace(text) => new Refusal(RefusalCodes.InvalidRequest, "The message is empty."),
        { Text: var text } when text.Contains('\0', StringComparison.Ordinal) =>
            new Refusal(RefusalCodes.InvalidRequest, "The message has the character U+0000, which can't be sent."),
        { Text.Length: var length } when length > draft.Rules.MaxTextLength =>
            new Refusal(RefusalCodes.InvalidRequest, $"The message has {length} characters; WhatsApp takes {draft.Rules.MaxTextLength} at the most."),
        { Buttons.IsEmpty: false } => ReplyButton.Fault(command.Text, command.Buttons),
        _ => null,
    };
}
