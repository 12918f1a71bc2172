namespace MultiLine.Domain;

/// <summary>The stable reason codes of refusals and of failed messages.</summary>
public static class RefusalCodes
{
    public const string WhatsAppNotEnabled = "whatsapp_not_enabled";
    public const string SmsNotEnabled = "sms_not_enabled";
    public const string ConsentRequired = "consent_required";
    public const string ConsentPending = "consent_pending";
    public const string ConsentDeclined = "consent_declined";

    /// <summary>The contact stopped marketing; other templates and answers may still be sent.</summary>
    public const string MarketingStopped = "marketing_stopped";

    /// <summary>The provider held marketing to this contact back; not again within 24 hours.</summary>
    public const string MarketingHeldBack = "marketing_held_back";

    public const string SessionClosed = "session_closed";
    public const string NotOnWhatsApp = "not_on_whatsapp";

    /// <summary>The contact's number takes no SMS.</summary>
    public const string NotOnSms = "not_on_sms";

    public const string NoPhoneNumber = "no_phone_number";
    public const string BlockedByPolicy = "blocked_by_policy";
    public const string TemplateNotApproved = "template_not_approved";
    public const string TemplateParameters = "template_parameters";
    public const string MediaRejected = "media_rejected";
    public const string RateLimited = "rate_limited";
    public const string NumberRestricted = "number_restricted";

    /// <summary>The contact turned out to be another one: what is written goes there.</summary>
    public const string ContactMerged = "contact_merged";

    /// <summary>What the message said was disposed of, so it can't be sent any more.</summary>
    public const string NoLongerKept = "no_longer_kept";

    /// <summary>A message of the reviewer's own: somebody else has to review it.</summary>
    public const string OwnMessage = "own_message";

    public const string IdempotencyConflict = "idempotency_conflict";
    public const string NotFound = "not_found";
    public const string Forbidden = "forbidden";
    public const string InvalidRequest = "invalid_request";

    /// <summary>A failed message only: the provider refused it for a reason that none of the other codes names.</summary>
    public const string ProviderRefused = "provider_refused";

    /// <summary>A failed message only: the carrier did not deliver the SMS.</summary>
    public const string SmsNotDelivered = "sms_not_delivered";

    /// <summary>A failed message of the system only: the contact answered before it went out, and there was nothing left to ask or to confirm.</summary>
    public const string Superseded = "superseded";
}
