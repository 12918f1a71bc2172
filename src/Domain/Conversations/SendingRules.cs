using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Templates;

namespace MultiLine.Domain.Conversations;

/// <summary>What may be sent now. Asked when a message is accepted and again right before each attempt.</summary>
internal static class SendingRules
{
    public static readonly Refusal NotEnabled = new(
        RefusalCodes.WhatsAppNotEnabled, "WhatsApp is not switched on for this line. An administrator can enable it.");

    public static Refusal NotEnabledOn(Channel channel) => channel == Channel.Sms ? SmsRules.NotEnabled : NotEnabled;

    public static readonly Refusal ConsentRequired = new(
        RefusalCodes.ConsentRequired, "The contact has not been asked for consent yet. Send the opt-in request first.");

    public static readonly Refusal ConsentDeclined = new(
        RefusalCodes.ConsentDeclined, "The contact does not want messages on this channel. Only the contact can change that, by answering YES.");

    public static readonly Refusal MarketingStopped = new(RefusalCodes.MarketingStopped, FailureWords.For(RefusalCodes.MarketingStopped).Message);

    public static readonly Refusal NotOnWhatsApp = new(
        RefusalCodes.NotOnWhatsApp, "The contact could not be reached on WhatsApp. Send the text as SMS instead.");

    public static readonly Refusal NoAddress = new(
        RefusalCodes.NoPhoneNumber, "Neither a phone number nor a WhatsApp user id of this contact is known. Add a phone number.");

    public static readonly Refusal RequestUnderWay = new(
        RefusalCodes.ConsentPending, "The opt-in request has not gone out yet. Wait for it and for the contact's answer.");

    public static readonly Refusal Superseded = new(RefusalCodes.Superseded, FailureWords.For(RefusalCodes.Superseded).Message);

    public static readonly Refusal NoLongerKept = new(RefusalCodes.NoLongerKept, FailureWords.For(RefusalCodes.NoLongerKept).Message);

    public static Refusal ConsentPending(DateTimeOffset askAgainAt, DateTimeOffset now) => new(
        RefusalCodes.ConsentPending,
        now < askAgainAt
            ? $"The contact has not answered the opt-in request yet. It can be asked again from {askAgainAt:u}."
            : "The contact has not answered the opt-in request for more than 24 hours. You may ask again.");

    public static Refusal SessionClosed(DateTimeOffset? until) => new(
        RefusalCodes.SessionClosed,
        until is null
            ? "The contact has not written yet, so only a template can be sent."
            : "The contact has not answered for more than 24 hours. Send an approved template to go on.");

    public static Refusal NotAskedIn(string language) => new(
        RefusalCodes.InvalidRequest, $"There is no opt-in request in the language {language}. Choose another language, or none for the default.");

    public static Refusal NotApproved(string name, MessageTemplate? template) => new(
        RefusalCodes.TemplateNotApproved,
        template switch
        {
            null => $"There is no approved template “{name}” in this language.",
            { Status: TemplateStatus.Rejected, RejectedReason: { } reason } => $"The template “{name}” was rejected: {reason}.",
            _ => $"The template “{name}” is not approved: its status is {template.Status.ToString().ToLowerInvariant()}.",
        });

    /// <summary>Nothing new begins in a conversation that another one goes on for.</summary>
    private static Refusal? Merged(Draft draft) => draft.MergedInto is { } contact
        ? new Refusal(RefusalCodes.ContactMerged, $"This contact turned out to be the same person as the contact {contact}. Write there.")
        : null;

    /// <summary>Why nobody can be asked for consent, or null if the contact can.</summary>
    public static Refusal? Ask(Draft draft, Channel channel) => Merged(draft) ?? SmsRules.HasNoRequest(channel) ?? Reach(draft, channel);

    /// <summary>The contact can be addressed, may be reached there, and has not refused.</summary>
    public static Refusal? Reach(Draft draft, Channel channel)
    {
        var state = draft.State[channel];
        return state.Consent.Status.IsRefused() ? ConsentDeclined
            : draft.Address.IsEmpty ? NoAddress
            : state.Reachability.IsNotReachable(draft.Now, draft.Rules.NotReachableFor) ? NotOnWhatsApp
            : null;
    }

    /// <summary>May a message of this kind go out right now?</summary>
    public static Refusal? Permits(Draft draft, Channel channel, OutboundKind kind)
    {
        if (Merged(draft) is { } merged)
        {
            return merged;
        }

        if (channel == Channel.Sms)
        {
            return SmsRules.Permits(draft, kind);
        }

        var consent = draft.State[channel].Consent.Status;
        if (kind == OutboundKind.StopConfirmation)
        {
            return consent.IsRefused() ? Session(draft, channel) : Superseded;
        }

        if (Reach(draft, channel) is { } refusal)
        {
            return refusal;
        }

        if (kind == OutboundKind.OptInRequest)
        {
            return consent == ConsentStatus.Granted ? Superseded : null;
        }

        return Consent(draft, channel) ?? (kind == OutboundKind.Text ? Session(draft, channel) : null);
    }

    /// <summary>What was taken can't be changed any more: where policy would take something out of it now, it stays here.</summary>
    public static Refusal? Policy(PolicyMark? found, IReadOnlyList<string> contacts) =>
        found is { Action: PolicyAction.Redact or PolicyAction.Block } ? PolicyWords.Blocked(found, contacts) : null;

    /// <summary>What is no longer kept can't be sent.</summary>
    public static Refusal? Kept(bool isContentGone) => isContentGone ? NoLongerKept : null;

    /// <summary>A template of marketing does not go to a contact who stopped it, nor for a while to one from whom the provider held some back.</summary>
    /// <param name="draft">The decision.</param>
    /// <param name="channel">Where it would be sent.</param>
    /// <param name="category">Of the template; null where it is none.</param>
    public static Refusal? Marketing(Draft draft, Channel channel, string? category)
    {
        var marketing = draft.State[channel].Marketing;
        return category != MessageTemplate.Marketing ? null
            : marketing.Stopped ? MarketingStopped
            : marketing.HeldBackAt is { } since && new StoredWait(since, draft.Rules.MarketingHeldBackFor) is var wait && !wait.IsOver(draft.Now)
                ? MarketingHeldBack(wait.Until)
            : null;
    }

    private static Refusal MarketingHeldBack(DateTimeOffset again) => new(
        RefusalCodes.MarketingHeldBack, $"WhatsApp keeps back more marketing to this contact for now. It can be sent again from {again:u}.");

    public static Refusal? Consent(Draft draft, Channel channel)
    {
        var consent = draft.State[channel].Consent;
        return consent.Status switch
        {
            ConsentStatus.Granted => null,
            ConsentStatus.Asked => IsAsking(draft, channel) ? RequestUnderWay : ConsentPending(AskAgainAt(draft, channel)!.Value, draft.Now),
            ConsentStatus.NotAsked => ConsentRequired,
            _ => ConsentDeclined,
        };
    }

    /// <summary>Why the contact, who has not answered, can't be asked again yet; null if it can.</summary>
    public static Refusal? AskAgain(Draft draft, Channel channel) =>
        IsAsking(draft, channel) || draft.Now < AskAgainAt(draft, channel) ? Consent(draft, channel) : null;

    /// <summary>A request is on its way. While a number is paused that can take long, and a second one would follow on its heels.</summary>
    private static bool IsAsking(Draft draft, Channel channel) =>
        draft.State.Open.Exists(open => open.Channel == channel && open.Kind == OutboundKind.OptInRequest);

    private static DateTimeOffset? AskAgainAt(Draft draft, Channel channel) => draft.State[channel].Consent.AskAgainAt(draft.Rules.AskAgainAfter, draft.Now);

    private static Refusal? Session(Draft draft, Channel channel)
    {
        var session = draft.State[channel].Session;
        return session.IsOpen(draft.Now) ? null : SessionClosed(session.Until);
    }
}
