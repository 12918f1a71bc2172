using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using System.Text;
using MultiLine.Embedded.Calls;
using Orleans;
using Orleans.Runtime;

namespace MultiLine.Embedded.Isolation;

/// <summary>Types whose values nobody can change, or has promised not to.</summary>
internal static class ImmutableTypes
{
    private static readonly HashSet<Type> s_simple =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Uri), typeof(Version), typeof(BigInteger), typeof(Int128), typeof(UInt128), typeof(Half), typeof(Rune),
        typeof(Index), typeof(Range), typeof(IPAddress), typeof(CancellationToken), typeof(None), typeof(object),
        typeof(GrainId), typeof(GrainType), typeof(IdSpan),
    ];

    private static readonly HashSet<Type> s_collections =
    [
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>),
        typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>),
    ];

    public static bool Contains(Type type) =>
        type.IsPrimitive || type.IsEnum || s_simple.Contains(type)
        || type.IsDefined(typeof(ImmutableAttribute), inherit: false)
        || typeof(GrainReferenceProxy).IsAssignableFrom(type)
        || typeof(Exception).IsAssignableFrom(type)
        || typeof(Type).IsAssignableFrom(type)
        || (type.IsGenericType && s_collections.Contains(type.GetGenericTypeDefinition())
            && Array.TrueForAll(type.GetGenericArguments(), Contains));
}
