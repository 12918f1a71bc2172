using System.Security.Cryptography;

namespace MultiLine.Simulator.Sms;

/// <summary>An SMS in either direction between a business number and a contact.</summary>
/// <param name="Sid">The provider's id.</param>
/// <param name="Number">The business's number, E.164.</param>
/// <param name="Contact">The contact's digits.</param>
internal sealed record SmsMessage(string Sid, string Number, string Contact, bool Incoming, DateTimeOffset At, string Body)
{
    /// <summary>Where its statuses go.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<SmsMedia> Media { get; init; } = [];

    /// <summary>Why it will not arrive, decided when it was accepted.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The statuses that it has reached, oldest first.</summary>
    public IReadOnlyList<SmsStage> Stages { get; init; } = [];

    /// <summary>Whether the contact sees it.</summary>
    public bool OnPhone => Incoming || Stages.Contains(SmsStage.Delivered);

    public static string NewSid(bool withMedia = false) => (withMedia ? "MM" : "SM") + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

/// <summary>By Twilio's names.</summary>
internal enum SmsStage
{
    Queued,
    Sent,
    Delivered,
    Undelivered,
}

internal sealed record SmsMedia(string Url, string ContentType);
