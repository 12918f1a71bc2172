namespace MultiLine.Embedded.Tests.Own.Surface;

/// <summary>The public shape of a type, as text that can be compared.</summary>
/// <param name="Name">Full name, with the number of type parameters.</param>
/// <param name="Kind">class, static class, struct, enum or interface.</param>
/// <param name="IsSealed">Whether nothing can derive from it.</param>
/// <param name="Base">Full name of the base type.</param>
/// <param name="Interfaces">Full names of the interfaces that it declares.</param>
/// <param name="Members">Public and protected members with their whole signatures.</param>
/// <param name="AttributeUsage">Where an attribute may stand; empty for other types.</param>
internal sealed record TypeShape(
    string Name, string Kind, bool IsSealed, string Base, IReadOnlySet<string> Interfaces, IReadOnlySet<string> Members, string AttributeUsage)
{
    public string Namespace => Name[..Name.LastIndexOf('.')];

    /// <summary>The members of an interface that whoever implements it must write.</summary>
    public IEnumerable<string> Obligations => Members.Where(member => member.Contains(" abstract ", StringComparison.Ordinal));
}
