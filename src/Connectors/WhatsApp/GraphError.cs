namespace MultiLine.Connectors.WhatsApp;

/// <summary>
/// An error in Meta's words, from a reply or from a webhook. Only the code and the details are to be acted on.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
/// </summary>
/// <param name="Code">Decides, see <see cref="GraphErrors"/>.</param>
/// <param name="Details">The most telling of what Meta says. May contain a person's number: for people, not for logs.</param>
public sealed record GraphError(int Code, string Details)
{
    /// <summary>A heading for people, on errors about templates.</summary>
    public string? UserTitle { get; init; }

    /// <summary>An explanation for people, on errors about templates.</summary>
    public string? UserMessage { get; init; }

    /// <summary>Meta expects the error to pass.</summary>
    public bool IsTransient { get; init; }
}
