using System.Reflection;
using MultiLine.Embedded.Activations;
using Orleans.Runtime;

namespace MultiLine.Embedded.State;

/// <summary>A constructor parameter that asks for a persistent state.</summary>
internal sealed class PersistentStateParameter
{
    private readonly Func<Activation, object> _make;

    private PersistentStateParameter(ParameterInfo parameter, PersistentStateAttribute attribute)
    {
        Type = parameter.ParameterType;
        if (!Type.IsGenericType || Type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new NotSupportedException($"{parameter.Member.DeclaringType}: [PersistentState] belongs on an IPersistentState<T>, not on {Type}.");
        }

        _make = activation => Reflected.Make<object>(typeof(PersistentState<>), Type.GetGenericArguments(), activation, attribute);
    }

    /// <summary>The declared type.</summary>
    public Type Type { get; }

    public static PersistentStateParameter[] Of(Type grainClass) =>
    [
        .. from constructor in grainClass.GetConstructors()
           from parameter in constructor.GetParameters()
           let attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()
           where attribute is not null
           select new PersistentStateParameter(parameter, attribute),
    ];

    /// <summary>Makes the state of an activation, which is read before it is active.</summary>
    public object Make(Activation activation)
    {
        var state = _make(activation);
        activation.LoadFirst((ILoadedState)state);
        return state;
    }
}
