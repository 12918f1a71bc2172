using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Sending;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Grains.Sending;

/// <summary>What the provider's answers mean for a message.</summary>
internal static class AttemptReports
{
    /// <summary>How long a message waits when its number is paused; the number itself decides when it goes on.</summary>
    public static readonly TimeSpan WaitForNumber = TimeSpan.FromSeconds(1);

    /// <summary>The report for the conversation; null where nobody knows what became of the message.</summary>
    /// <param name="attempt">Which attempt it is.</param>
    /// <param name="outcome">What the provider answered.</param>
    /// <param name="now">When.</param>
    /// <param name="pauseFor">How long whatever the provider does not take just now waits.</param>
    public static AttemptReport? Of(AttemptReport attempt, SendOutcome outcome, DateTimeOffset now, TimeSpan pauseFor) => outcome switch
    {
        SendOutcome.Accepted accepted => attempt with { ProviderMessageId = accepted.Wamid },
        SendOutcome.Refused refused => attempt with { Code = Code(refused.Handling), ProviderCode = refused.ProviderCode },
        SendOutcome.TryAgain again => attempt with { NotBefore = now + again.After, ProviderCode = again.ProviderCode },
        // Replies in an open session still go through, so the message waits and its number does not.
        SendOutcome.NumberPaused { BusinessInitiatedOnly: true } limited => attempt with { NotBefore = now + pauseFor, ProviderCode = limited.ProviderCode },
        SendOutcome.NumberPaused paused => attempt with { NotBefore = now + WaitForNumber, ProviderCode = paused.ProviderCode },
        _ => null,
    };

    /// <summary>Our reason for a code of the provider, as it stands in a failed status.</summary>
    public static string Code(int providerCode) => Code(GraphErrors.For(providerCode)?.Handling ?? GraphHandling.Refuse);

    private static string Code(GraphHandling handling) => handling switch
    {
        GraphHandling.UseSms => RefusalCodes.NotOnWhatsApp,
        GraphHandling.UseTemplate => RefusalCodes.SessionClosed,
        GraphHandling.TemplateProblem => RefusalCodes.TemplateNotApproved,
        GraphHandling.TemplateValues => RefusalCodes.TemplateParameters,
        GraphHandling.MediaProblem => RefusalCodes.MediaRejected,
        GraphHandling.OptedOut => RefusalCodes.MarketingStopped,
        GraphHandling.HeldBack => RefusalCodes.MarketingHeldBack,
        GraphHandling.NeedsPhone => RefusalCodes.NoPhoneNumber,
        GraphHandling.PauseNumber or GraphHandling.PauseBusinessInitiated => RefusalCodes.NumberRestricted,
        GraphHandling.TryAgain => RefusalCodes.RateLimited,
        _ => RefusalCodes.ProviderRefused,
    };
}
