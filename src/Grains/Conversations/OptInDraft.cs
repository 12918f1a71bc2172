using MultiLine.Domain.Consent;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Templates;

namespace MultiLine.Grains.Conversations;

/// <summary>The opt-in request as this contact would be shown it.</summary>
internal sealed record OptInDraft(MessageTemplate? Template, DraftedMessage? Message)
{
    /// <param name="template">What the catalogue has, approved or not.</param>
    /// <param name="contactName">Fills the first variable.</param>
    /// <param name="organizationName">Fills the second.</param>
    /// <param name="time">The clock, for the message's id.</param>
    public static OptInDraft Of(MessageTemplate? template, string contactName, string organizationName, TimeProvider time)
    {
        if (template is not { Status: TemplateStatus.Approved })
        {
            return new OptInDraft(template, null);
        }

        List<string> values = [.. new[] { OneLine(contactName), OneLine(organizationName) }.Take(template.HeaderVariables.Length + template.BodyVariables.Length)];
        if (template.Render(values).Text is not { } text)
        {
            return new OptInDraft(template with { Status = TemplateStatus.Other }, null);
        }

        return new OptInDraft(template, DraftedMessage.Of(time, new MessageContent { Text = text, Buttons = template.ButtonTitles, Parameters = values }));
    }

    public OptInRequest Request => new(Template, Message?.Prepared);

    public PreparedOptIn? Prepared => Message is null ? null : new PreparedOptIn(new TemplateReference(Template!.Name, Template.Language), Message.Prepared);

    public IEnumerable<SaltedContent> Contents => Message is null ? [] : [Message.Content];

    /// <summary>A variable takes no line break, tab or long row of spaces; a profile's name may have any.</summary>
    private static string OneLine(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the buttons carry: the first accepts, the second declines.</summary>
    public static IReadOnlyList<string> Payloads(string messageId) => [OptInPayload.Yes(messageId), OptInPayload.No(messageId)];
}
