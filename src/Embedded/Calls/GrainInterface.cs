using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Orleans.Runtime;

namespace MultiLine.Embedded.Calls;

/// <summary>A grain interface with all its methods, inherited ones too, read once by reflection.</summary>
internal sealed class GrainInterface
{
    private static readonly ConcurrentDictionary<Type, GrainInterface> s_known = new();

    private GrainInterface(Type type)
    {
        if (!type.IsInterface || !typeof(IAddressable).IsAssignableFrom(type) || type.IsGenericType)
        {
            throw new ArgumentException($"{type} is not a grain interface.", nameof(type));
        }

        Type = type;
        Methods = type.GetInterfaces().Prepend(type)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .ToFrozenDictionary(method => method, GrainMethod.Of);
        Blank = GrainReferenceProxy.Blank(this);
    }

    public Type Type { get; }

    public FrozenDictionary<MethodInfo, GrainMethod> Methods { get; }

    /// <summary>A reference to no grain, which all others are copied from: making one anew takes reflection each time.</summary>
    public GrainReferenceProxy Blank { get; }

    /// <exception cref="ArgumentException">It is not a grain interface.</exception>
    /// <exception cref="NotSupportedException">It has a method that can't be called on a grain; the message names it.</exception>
    public static GrainInterface Of(Type type) => s_known.GetOrAdd(type, static type => new(type));
}
