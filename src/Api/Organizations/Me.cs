using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Organizations;

/// <param name="Id">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Organization">The person's organisation.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="WhatsAppEnabled">WhatsApp is switched on for the organisation and the person.</param>
/// <param name="Lines">The lines that the person writes from.</param>
/// <param name="Dashboard">There is a dashboard of the cluster, at <c>/operations/dashboard/</c>, and the person may look at it.</param>
public sealed record Me(
    string Id, string Name, OrganizationName Organization, IReadOnlyList<Role> Roles, bool WhatsAppEnabled, IReadOnlyList<LineCard> Lines, bool Dashboard);

public sealed record OrganizationName(string Id, string Name);
