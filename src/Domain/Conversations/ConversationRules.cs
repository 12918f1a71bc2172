using MultiLine.Domain.Consent;

namespace MultiLine.Domain.Conversations;

/// <summary>The numbers and choices that a conversation's decisions depend on.</summary>
public sealed record ConversationRules
{
    public static ConversationRules Default { get; } = new();

    /// <summary>How long free text may be sent after the contact wrote. WhatsApp's is 24 hours.</summary>
    public TimeSpan SessionWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a request stands, from when it went out, before it may be asked again.</summary>
    public TimeSpan AskAgainAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long "not on WhatsApp" is believed.</summary>
    public TimeSpan NotReachableFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long no marketing goes to a contact from whom the provider held some back. WhatsApp asks for 24 hours.</summary>
    public TimeSpan MarketingHeldBackFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long an attempt without an answer waits for a status with its callback data.</summary>
    public TimeSpan OutcomeTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A contact who writes first has consented. Otherwise the first message is answered with the opt-in request.</summary>
    public bool FirstMessageIsConsent { get; init; } = true;

    public ConsentWords Words { get; init; } = ConsentWords.Default;

    /// <summary>The longest text that WhatsApp takes, in characters.</summary>
    public int MaxTextLength { get; init; } = 4096;

    /// <summary>The longest text that the SMS provider takes, in characters. It is sent in parts.</summary>
    public int MaxSmsLength { get; init; } = 1600;
}
