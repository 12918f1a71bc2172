namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>Why an item is kept raw. Stable codes: they are stored.</summary>
public static class UnhandledReason
{
    /// <summary>The body isn't JSON.</summary>
    public const string NotJson = "not_json";

    /// <summary>The body isn't a webhook about a WhatsApp business account.</summary>
    public const string UnknownObject = "unknown_object";

    /// <summary>A field that isn't understood yet.</summary>
    public const string UnknownField = "unknown_field";

    /// <summary>A field that is known and that the product has no use for.</summary>
    public const string NotUsed = "not_used";

    /// <summary>A part of a known field that isn't understood yet.</summary>
    public const string UnknownMember = "unknown_member";

    /// <summary>Something that should be an object, a list or a text is something else, or is missing.</summary>
    public const string Malformed = "malformed";

    /// <summary>Says nothing: no entry, no change, no item in it.</summary>
    public const string Empty = "empty";

    /// <summary>Doesn't say which of our numbers it is about.</summary>
    public const string NoPhoneNumberId = "no_phone_number_id";

    /// <summary>A message that names neither a phone number nor a user id.</summary>
    public const string NoSender = "no_sender";

    /// <summary>To or from a group: not a conversation with one contact.</summary>
    public const string Group = "group";

    /// <summary>A status that isn't known.</summary>
    public const string UnknownStatus = "unknown_status";

    /// <summary>An error of the provider that belongs to no message.</summary>
    public const string ProviderError = "provider_error";
}
