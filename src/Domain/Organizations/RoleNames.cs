namespace MultiLine.Domain.Organizations;

/// <summary>Roles by the names that commands and the API use.</summary>
public static class RoleNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(Name)];

    public static string Name(this Role role) => role switch
    {
        Role.User => "user",
        Role.Administrator => "administrator",
        Role.Compliance => "compliance",
        Role.Operator => "operator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <exception cref="InvalidOperationException">There is no such role.</exception>
    public static Role Read(string name) => Enum.GetValues<Role>().First(role => role.Name() == name);
}
