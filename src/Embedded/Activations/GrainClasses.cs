using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace MultiLine.Embedded.Activations;

/// <summary>All grain classes of the host.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> _byType = [];
    private readonly ILookup<Type, GrainClass> _byInterface;

    /// <exception cref="ArgumentException">Two classes have the same grain type.</exception>
    public GrainClasses(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Where(IsGrainClass))
        {
            var grain = new GrainClass(type);
            if (!_byType.TryAdd(grain.Type, grain))
            {
                throw new ArgumentException($"{type} and {_byType[grain.Type].Class} have the same grain type, '{grain.Type}'.", nameof(assemblies));
            }
        }

        _byInterface = _byType.Values
            .SelectMany(grain => grain.Interfaces, (grain, @interface) => (grain, @interface))
            .ToLookup(pair => pair.@interface, pair => pair.grain);
    }

    public IEnumerable<GrainClass> All => _byType.Values;

    /// <exception cref="ArgumentException">There is no such class here.</exception>
    public GrainClass Of(GrainType type) => _byType.TryGetValue(type, out var grain)
        ? grain
        : throw new ArgumentException($"There is no grain class of type '{type}' in this host.", nameof(type));

    /// <exception cref="ArgumentException">None or several do.</exception>
    public GrainClass Implementing(Type @interface, string? classNamePrefix)
    {
        var candidates = _byInterface[@interface];
        if (classNamePrefix is not null)
        {
            candidates = candidates.Where(grain => grain.Class.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal));
        }

        return candidates.ToArray() switch
        {
            [var one] => one,
            [] => throw new ArgumentException($"Could not find an implementation for interface {@interface} in this host's grains.", nameof(@interface)),
            var several => throw new ArgumentException(
                $"Several classes implement {@interface}: {string.Join(", ", several.Select(grain => grain.Class))}. Name one by a prefix.", nameof(@interface)),
        };
    }

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericType: false }
        && typeof(IGrainBase).IsAssignableFrom(type) && typeof(IGrain).IsAssignableFrom(type);
}
