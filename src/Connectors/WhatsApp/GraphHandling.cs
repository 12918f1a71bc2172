namespace MultiLine.Connectors.WhatsApp;

/// <summary>What an error code of the Graph API asks for.</summary>
public enum GraphHandling
{
    /// <summary>Nothing helps this message.</summary>
    Refuse,

    /// <summary>Refused before anything happened: safe to repeat after a while.</summary>
    TryAgain,

    /// <summary>It may have happened: wait for a status, never repeat blindly.</summary>
    Unknown,

    /// <summary>Nothing from this number will work until somebody acts: keep the queue, raise an alarm.</summary>
    PauseNumber,

    /// <summary>As <see cref="PauseNumber"/>, for messages outside an open session only.</summary>
    PauseBusinessInitiated,

    /// <summary>Most likely not on WhatsApp: offer SMS.</summary>
    UseSms,

    /// <summary>The session is closed for the provider: only a template goes through.</summary>
    UseTemplate,

    /// <summary>The template or its state is wrong.</summary>
    TemplateProblem,

    /// <summary>The values for the template's variables are wrong.</summary>
    TemplateValues,

    /// <summary>The file is wrong or can't be fetched.</summary>
    MediaProblem,

    /// <summary>The contact stopped marketing from this business.</summary>
    OptedOut,

    /// <summary>Marketing that the contact gets too much of just now: not again within 24 hours.</summary>
    HeldBack,

    /// <summary>Not to a user id: only to a phone number.</summary>
    NeedsPhone,
}
