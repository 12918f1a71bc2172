using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Organizations;

/// <param name="Id">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Organization">The person's organisation.</param>
/// <param name="Roles">user, administrator, compliance, operator.</param>
/// <param name="WhatsAppEnabled">WhatsApp is switched on for the organisation and the person.</param>
/// <param name="Lines">The lines that the person writes from.</param>
public sealed record Me(
    string Id, string Name, OrganizationName Organization, IReadOnlyList<string> Roles, bool WhatsAppEnabled, IReadOnlyList<LineCard> Lines);

public sealed record OrganizationName(string Id, string Name);
