using System.Text.Json.Serialization;
using MultiLine.Api.Problems;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Organizations;

/// <param name="Id">The organisation.</param>
/// <param name="Name">As contacts read it.</param>
/// <param name="WhatsAppEnabled">WhatsApp is switched on.</param>
/// <param name="FirstMessageIsConsent">A contact who writes first has consented; otherwise the opt-in request answers.</param>
/// <param name="Lines">All lines.</param>
/// <param name="People">All people, with their roles and lines.</param>
public sealed record OrganizationView(
    string Id, string Name, bool WhatsAppEnabled, bool FirstMessageIsConsent, IReadOnlyList<LineCard> Lines, IReadOnlyList<PersonAccess> People);

/// <param name="WhatsAppEnabled">People may write on WhatsApp. What comes in is taken in either way.</param>
/// <param name="FirstMessageIsConsent">A contact who writes first has consented; otherwise the opt-in request answers.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OrganizationChange(bool? WhatsAppEnabled = null, bool? FirstMessageIsConsent = null)
{
    internal OrganizationSwitches ToSwitches() => WhatsAppEnabled is null && FirstMessageIsConsent is null
        ? throw new InvalidRequestException("Name what is to change: “whatsapp_enabled” or “first_message_is_consent”.")
        : new OrganizationSwitches(WhatsAppEnabled, FirstMessageIsConsent);
}
