using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.People;

/// <param name="Id">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Lines">The lines that the person writes from.</param>
/// <param name="WhatsAppEnabled">May use WhatsApp, where the organisation has switched it on.</param>
public sealed record PersonView(string Id, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<string> Lines, bool WhatsAppEnabled)
{
    internal static PersonView Of(PersonAccess person) =>
        new(person.Id, person.Name, [.. person.Roles.Select(RoleNames.Read)], person.Lines, person.WhatsAppEnabled);
}
