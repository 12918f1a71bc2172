using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Organizations;

/// <summary>Roles as they are typed.</summary>
internal static class RoleNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(Of)];

    public static string Of(Role role) => role switch
    {
        Role.User => "user",
        Role.Administrator => "administrator",
        Role.Compliance => "compliance",
        Role.Operator => "operator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static Role Read(string name) => Enum.GetValues<Role>().First(role => Of(role) == name);
}
