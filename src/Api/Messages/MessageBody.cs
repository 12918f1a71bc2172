using System.Text.Json.Serialization;
using MultiLine.Api.Problems;
using MultiLine.Api.Templates;
using MultiLine.Domain.Consent;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Api.Messages;

/// <summary>A message to send: either a text or a template.</summary>
/// <param name="Channel">How it is to reach the contact.</param>
/// <param name="Text">Free text. On WhatsApp up to 4,096 characters and only while the session is open; by SMS up to 1,600.</param>
/// <param name="Template">An approved template; on WhatsApp only.</param>
/// <param name="ReplyTo">The <c>message_id</c> of the message that this one answers and quotes; on WhatsApp only.</param>
/// <param name="Buttons">Up to three below the text, which then has up to 1,024 characters; on WhatsApp only.</param>
/// <param name="PreviewLinks">Whether the contact sees a preview of the first link in a text without buttons; on WhatsApp only.</param>
/// <param name="OptIn">
/// Given to send the opt-in request first where the contact has not agreed yet; the message then waits and goes out by itself when the contact accepts.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MessageBody(
    SendChannel Channel,
    string? Text = null,
    TemplateBody? Template = null,
    string? ReplyTo = null,
    IReadOnlyList<ReplyButtonBody>? Buttons = null,
    bool PreviewLinks = false,
    OptInBody? OptIn = null)
{
    internal void Check()
    {
        if (Text is null == Template is null)
        {
            throw new InvalidRequestException("A message has either a “text” or a “template”.");
        }

        if (Buttons is not null && Buttons.Any(button => button is null))
        {
            throw new InvalidRequestException("Each of “buttons” has a “title”.");
        }

        if (PreviewLinks && (Channel != SendChannel.WhatsApp || Text is null || Buttons is { Count: > 0 }))
        {
            throw new InvalidRequestException("“preview_links” goes with a text on WhatsApp that has no buttons.");
        }

        OptIn?.Check();
    }
}

/// <summary>The channels on which can be sent.</summary>
public enum SendChannel
{
    [JsonStringEnumMemberName("whatsapp")]
    WhatsApp,

    Sms,
}

/// <param name="Name">As the catalogue has it.</param>
/// <param name="Language">For example <c>en_US</c>.</param>
/// <param name="Parameters">One value for each variable, in the order of the template's <c>variables</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TemplateBody(string Name, string Language, IReadOnlyList<string>? Parameters = null)
{
    internal TemplateChoice ToChoice() => new(Name, Language, Parameters ?? []);
}

/// <param name="Title">What the contact reads and answers; up to 20 characters.</param>
/// <param name="Id">Comes back as <c>button_id</c> of the answer, up to 256 characters; the title if not given.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReplyButtonBody(string Title, string? Id = null)
{
    internal ReplyButtonPart ToPart() => new(Id ?? Title, Title);
}

/// <param name="Basis">Where the permission to ask comes from.</param>
/// <param name="Language">
/// One that the opt-in request has. If not given, the one in which the contact was asked last, else the organisation's default. Where no request is
/// approved in it, the one in the default language is sent.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OptInBody(ConsentBasis Basis, string? Language = null)
{
    internal void Check()
    {
        if (Language is not null)
        {
            TemplateWords.CheckLanguage(Language);
        }
    }
}
