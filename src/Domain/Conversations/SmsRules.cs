using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Conversations;

/// <summary>
/// What may be sent by SMS now: there is no session, no template and no request there. The contact is told with the first message who writes
/// and how to stop it, and after STOP nothing goes out.
/// </summary>
internal static class SmsRules
{
    public static readonly Refusal NotEnabled = new(
        RefusalCodes.SmsNotEnabled, "SMS is not switched on for this line. An administrator can enable it.");

    public static readonly Refusal NoPhone = new(
        RefusalCodes.NoPhoneNumber, "No phone number of this contact is known, so SMS is impossible. Add a phone number.");

    public static readonly Refusal NotOnSms = new(RefusalCodes.NotOnSms, FailureWords.For(RefusalCodes.NotOnSms).Message);

    private static readonly Refusal NoTemplate = new(
        RefusalCodes.InvalidRequest, "There are no templates on SMS. Send the text itself.");

    /// <summary>May a message of this kind go out right now?</summary>
    public static Refusal? Permits(Draft draft, OutboundKind kind)
    {
        var state = draft.State[Channel.Sms];
        var refused = state.Consent.Status.IsRefused();
        if (kind == OutboundKind.StopConfirmation)
        {
            return refused ? null : SendingRules.Superseded;
        }

        return refused ? SendingRules.ConsentDeclined
            : kind is OutboundKind.Template or OutboundKind.OptInRequest ? NoTemplate
            : draft.Address.Phone is null ? NoPhone
            : state.Reachability.IsNotReachable(draft.Now, draft.Rules.NotReachableFor) ? NotOnSms
            : null;
    }

    /// <summary>Puts the disclaimer before the first message; and before the next one, where it could not be sent.</summary>
    public static void Inform(Draft draft, Channel channel, string number, PreparedMessage? disclaimer)
    {
        if (channel == Channel.Sms && !draft.State[channel].Informed && disclaimer is not null)
        {
            draft.Append(new MessageAccepted
            {
                At = draft.Now,
                MessageId = disclaimer.MessageId,
                Channel = channel,
                Number = number,
                Kind = OutboundKind.Disclaimer,
                Commitment = disclaimer.Commitment,
            });
        }
    }

    public static Refusal? Faults(Draft draft, SendMessage command) => command switch
    {
        { Template: not null } => NoTemplate,
        { OptIn: not null } => HasNoRequest(Channel.Sms),
        { Buttons.IsEmpty: false } => new Refusal(RefusalCodes.InvalidRequest, "There are no buttons on SMS. Send the text alone."),
        { ReplyTo: not null } => new Refusal(RefusalCodes.InvalidRequest, "On SMS no message can be quoted. Send the text alone."),
        { Text.Length: var length } when length > draft.Rules.MaxSmsLength =>
            new Refusal(RefusalCodes.InvalidRequest, $"The message has {length} characters; SMS takes {draft.Rules.MaxSmsLength} at the most."),
        _ => null,
    };

    /// <summary>Why nobody is asked on this channel, or null.</summary>
    public static Refusal? HasNoRequest(Channel channel) => channel == Channel.Sms
        ? new Refusal(RefusalCodes.InvalidRequest, "There is no opt-in request on SMS: the first message is preceded by a notice instead.")
        : null;

    /// <summary>Why the text of this message can't go out as SMS in its place, or null if it can.</summary>
    public static Refusal? MayReplace(MessageView message) => message switch
    {
        { Inbound: true } or { Channel: not Channel.WhatsApp } or { Kind: not (OutboundKind.Text or OutboundKind.Template) } =>
            new Refusal(RefusalCodes.InvalidRequest, "Only a person's text or template on WhatsApp can be sent as SMS instead."),
        { ReplacedBy: not null } => new Refusal(RefusalCodes.InvalidRequest, "The text of this message was sent as SMS already."),
        _ when !message.Status.MayBeRetried() =>
            new Refusal(RefusalCodes.InvalidRequest, "Only a message that failed, or whose outcome is unknown, can be sent as SMS instead."),
        _ => null,
    };
}
