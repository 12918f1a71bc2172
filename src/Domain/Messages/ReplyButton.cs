using System.Collections.Immutable;
using MultiLine.Domain.Consent;

namespace MultiLine.Domain.Messages;

/// <summary>A button below a text; its tap is an answer.</summary>
/// <param name="Id">Comes back with the tap, and the contact does not see it.</param>
/// <param name="Title">What the contact reads, and what the answer says.</param>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages"/></remarks>
public sealed record ReplyButton(string Id, string Title)
{
    public const int Most = 3;
    public const int LongestId = 256;
    public const int LongestTitle = 20;

    /// <summary>The longest text above buttons, in characters.</summary>
    public const int LongestText = 1024;

    /// <summary>Why WhatsApp would not take these buttons below this text, or null if it would.</summary>
    public static Refusal? Fault(string text, ImmutableArray<ReplyButton> buttons)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fault = buttons.Length > Most ? $"A message has {Most} buttons at the most; there are {buttons.Length}."
            : buttons.Select(Fault).FirstOrDefault(fault => fault is not null)
                ?? (IsTwice(buttons, button => button.Id) ? "Each button needs an id of its own."
                    : IsTwice(buttons, button => button.Title) ? "Each button needs a title of its own."
                    : text.Length > LongestText ? $"The message has {text.Length} characters; with buttons WhatsApp takes {LongestText} at the most."
                    : null);
        return fault is null ? null : new Refusal(RefusalCodes.InvalidRequest, fault);
    }

    private static string? Fault(ReplyButton button) => button switch
    {
        { Title: var title } when !IsText(title, LongestTitle) => $"The title of a button has 1 to {LongestTitle} characters.",
        // Its tap would be an answer to a question that nobody asked.
        { Id: var id } when OptInPayload.Read(id) != ConsentAnswer.None => "The id of a button must not be one of the opt-in request's.",
        { Id: var id } when !IsText(id, LongestId) => $"The id of a button has 1 to {LongestId} characters.",
        _ => null,
    };

    private static bool IsText(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal);

    private static bool IsTwice(ImmutableArray<ReplyButton> buttons, Func<ReplyButton, string> part) =>
        buttons.Select(part).Distinct(StringComparer.Ordinal).Count() < buttons.Length;
}
