namespace MultiLine.Connectors.Sms;

/// <summary>What an error code of the SMS provider asks for.</summary>
public enum SmsHandling
{
    /// <summary>Nothing helps this message.</summary>
    Refuse,

    /// <summary>Refused before anything happened: safe to repeat after a while.</summary>
    TryAgain,

    /// <summary>It may have happened: wait for a status, never repeat blindly.</summary>
    Unknown,

    /// <summary>Nothing from this number will work until somebody acts: keep the queue, raise an alarm.</summary>
    PauseNumber,

    /// <summary>The contact's number takes no SMS: it is no number, a landline, or unknown to its carrier.</summary>
    NoSms,

    /// <summary>The carrier did not deliver it; another time it may.</summary>
    NotDelivered,

    /// <summary>The contact sent STOP to our number.</summary>
    OptedOut,
}

/// <param name="Code">The code.</param>
/// <param name="Handling">What it asks for.</param>
/// <param name="Meaning">In short.</param>
public sealed record SmsErrorRule(int Code, SmsHandling Handling, string Meaning);
