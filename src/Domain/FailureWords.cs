namespace MultiLine.Domain;

/// <summary>Why a message failed, in words for the person who sent it.</summary>
public static class FailureWords
{
    public static Refusal For(string code) => new(code, code switch
    {
        RefusalCodes.WhatsAppNotEnabled => "WhatsApp was switched off for this line, or its number changed, before the message could go out.",
        RefusalCodes.SmsNotEnabled => "SMS was switched off for this line, or its number changed, before the message could go out.",
        RefusalCodes.ConsentRequired => "The contact has not been asked for consent. Send the opt-in request first.",
        RefusalCodes.ConsentPending => "The contact has not answered the opt-in request yet.",
        RefusalCodes.ConsentDeclined => "The contact does not want messages on this channel. Only the contact can change that, by answering YES.",
        RefusalCodes.MarketingStopped => "The contact wants no marketing messages. Other templates may still be sent.",
        RefusalCodes.MarketingHeldBack =>
            "WhatsApp keeps back more marketing to this contact for now. Try again after 24 hours, or write on another channel.",
        RefusalCodes.SessionClosed => "The contact has not answered for more than 24 hours. Send an approved template to go on.",
        RefusalCodes.NotOnWhatsApp => "The contact could not be reached on WhatsApp. Send the text as SMS instead.",
        RefusalCodes.NotOnSms => "This phone number takes no SMS. Check the contact's number.",
        RefusalCodes.SmsNotDelivered => "The carrier did not deliver the SMS. Try again later, or call.",
        RefusalCodes.NoPhoneNumber => "It can go to a phone number only, and none of this contact is known. Add a phone number.",
        RefusalCodes.TemplateNotApproved => "The template is not approved any more, or not in this language.",
        RefusalCodes.TemplateParameters => "The provider did not accept the template's values. Check them and send it again.",
        RefusalCodes.MediaRejected => "The provider did not accept the file.",
        RefusalCodes.NumberRestricted => "The provider has restricted our number. Ask an administrator.",
        RefusalCodes.RateLimited => "Too many messages went out in a short time. Try again later.",
        RefusalCodes.ContactMerged => "The contact turned out to be the same person as another one. Send it there.",
        RefusalCodes.NoLongerKept => "What the message said is no longer kept, so it can't be sent. Write it anew.",
        RefusalCodes.Superseded => "The contact answered before this went out, so there was no need for it any more.",
        RefusalCodes.BlockedByPolicy => "The message was blocked by your firm's policy.",
        _ => "The provider refused the message. Try again, or ask an administrator.",
    });
}
