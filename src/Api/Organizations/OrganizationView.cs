using System.Text.Json.Serialization;
using MultiLine.Api.People;
using MultiLine.Api.Problems;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Organizations;

/// <param name="Id">The organisation.</param>
/// <param name="Name">As contacts read it.</param>
/// <param name="WhatsAppEnabled">WhatsApp is switched on.</param>
/// <param name="FirstMessageIsConsent">A contact who writes first has consented; otherwise the opt-in request answers.</param>
/// <param name="SmsNotice">Sent by SMS before the first message to a contact, as it was set, else in our own words; <c>{{1}}</c> stands for the organisation's name.</param>
/// <param name="Lines">All lines.</param>
/// <param name="People">All people, with their roles and lines.</param>
public sealed record OrganizationView(
    string Id,
    string Name,
    bool WhatsAppEnabled,
    bool FirstMessageIsConsent,
    string? SmsNotice,
    IReadOnlyList<LineCard> Lines,
    IReadOnlyList<PersonView> People);

/// <param name="WhatsAppEnabled">People may write on WhatsApp. What comes in is taken in either way.</param>
/// <param name="FirstMessageIsConsent">A contact who writes first has consented; otherwise the opt-in request answers.</param>
/// <param name="SmsDisclaimer">Sent by SMS before the first message to a contact; <c>{{1}}</c> stands for the organisation's name. At most 1,000 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OrganizationChange(bool? WhatsAppEnabled = null, bool? FirstMessageIsConsent = null, string? SmsDisclaimer = null)
{
    private const int LongestDisclaimer = 1000;

    internal OrganizationSwitches ToSwitches() => this switch
    {
        { WhatsAppEnabled: null, FirstMessageIsConsent: null, SmsDisclaimer: null } => throw new InvalidRequestException(
            "Name what is to change: “whatsapp_enabled”, “first_message_is_consent” or “sms_disclaimer”."),
        { SmsDisclaimer: { } text } when !IsFit(text) => throw new InvalidRequestException(
            $"“sms_disclaimer” must have 1 to {LongestDisclaimer} characters, U+0000 not among them."),
        _ => new OrganizationSwitches(WhatsAppEnabled, FirstMessageIsConsent) { SmsDisclaimer = SmsDisclaimer },
    };

    private static bool IsFit(string text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= LongestDisclaimer && !text.Contains('\0', StringComparison.Ordinal);
}

/// <param name="Name">As people read it; up to 200 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LineChange(string Name);
