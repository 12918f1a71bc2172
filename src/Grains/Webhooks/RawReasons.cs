namespace MultiLine.Grains.Webhooks;

/// <summary>Why something that was understood is kept raw all the same. Stored, so stable.</summary>
internal static class RawReasons
{
    /// <summary>No line has this number.</summary>
    public const string UnknownNumber = "unknown_number";

    /// <summary>No message of ours has this id, and none was attempted with this callback data.</summary>
    public const string UnknownMessage = "unknown_message";

    /// <summary>No organisation has this WhatsApp business account.</summary>
    public const string UnknownAccount = "unknown_account";

    /// <summary>The organisation's catalogue has no such template yet.</summary>
    public const string UnknownTemplate = "unknown_template";

    /// <summary>What happened to the template is no verdict on it.</summary>
    public const string NoVerdict = "no_verdict";

    /// <summary>Another user id for somebody whom we don't know.</summary>
    public const string UnknownContact = "unknown_contact";

    /// <summary>An entry of an address book that gives nobody a name.</summary>
    public const string NothingToLearn = "nothing_to_learn";

    /// <summary>What the contact prefers is not known: it is no marketing, or neither stop nor resume.</summary>
    public const string UnknownPreference = "unknown_preference";

    /// <summary>Taking it in failed, and trying again right away would not help.</summary>
    public const string Failed = "failed";
}
