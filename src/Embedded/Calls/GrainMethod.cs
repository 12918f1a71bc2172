using System.Linq.Expressions;
using System.Reflection;
using MultiLine.Embedded.Isolation;
using Orleans;
using Orleans.Concurrency;

namespace MultiLine.Embedded.Calls;

/// <summary>Which other requests may be under way in the activation while this one is.</summary>
internal enum Interleaving
{
    /// <summary>None, except those that always interleave.</summary>
    Exclusive,

    /// <summary>Other read-only ones.</summary>
    ReadOnly,

    /// <summary>Any.</summary>
    Always,
}

/// <summary>A method of a grain interface: how a call of it behaves and a compiled invocation.</summary>
internal abstract class GrainMethod
{
    private readonly ValueCopier?[]? _argumentCopiers;

    protected GrainMethod(MethodInfo method)
    {
        Method = method;
        Name = $"{method.DeclaringType!.Name}.{method.Name}";
        OneWay = method.IsDefined(typeof(OneWayAttribute));
        ResponseTimeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
        Interleaving = method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? Interleaving.Always
            : method.IsDefined(typeof(ReadOnlyAttribute)) ? Interleaving.ReadOnly
            : Interleaving.Exclusive;

        var parameters = method.GetParameters();
        CancellationTokenIndex = Array.FindIndex(parameters, p => p.ParameterType == typeof(CancellationToken));
        var copiers = Array.ConvertAll(parameters, ValueCopier.ForParameter);
        _argumentCopiers = Array.TrueForAll(copiers, copier => copier is null) ? null : copiers;
        Invoke = Compile(method);
    }

    public MethodInfo Method { get; }

    /// <summary>Interface and method, for messages.</summary>
    public string Name { get; }

    public bool OneWay { get; }

    public Interleaving Interleaving { get; }

    public TimeSpan? ResponseTimeout { get; }

    /// <summary>Position of the cancellation token among the arguments; negative if there is none.</summary>
    public int CancellationTokenIndex { get; }

    /// <summary>Invokes the method on a grain object.</summary>
    public Func<object, object?[], Task> Invoke { get; }

    public static GrainMethod Of(MethodInfo method)
    {
        if (method.IsGenericMethod || method.GetParameters().Any(p => p.ParameterType.IsByRef))
        {
            throw new NotSupportedException($"{method.DeclaringType}.{method.Name}: generic methods and ref parameters can't be grain calls.");
        }

        var returned = method.ReturnType;
        var result = returned == typeof(Task) || returned == typeof(ValueTask) ? typeof(None)
            : returned.IsGenericType && returned.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>))
                ? returned.GetGenericArguments()[0]
            : throw new NotSupportedException($"{method.DeclaringType}.{method.Name}: a grain call returns Task, Task<T>, ValueTask or ValueTask<T>.");
        return Reflected.Make<GrainMethod>(typeof(GrainMethod<>), [result], method);
    }

    /// <summary>Calls the method through a reference.</summary>
    /// <returns>What the interface's method returns.</returns>
    public abstract object Call(GrainReferenceProxy reference, object?[] arguments);

    /// <summary>Makes the caller's arguments the callee's own.</summary>
    protected void Isolate(object?[] arguments)
    {
        if (_argumentCopiers is null)
        {
            return;
        }

        var copies = new CopyContext();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (_argumentCopiers[i] is { } copier)
            {
                arguments[i] = copier.Copy(arguments[i], copies);
            }
        }
    }

    private static Func<object, object?[], Task> Compile(MethodInfo method)
    {
        var target = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        Expression call = Expression.Call(
            Expression.Convert(target, method.DeclaringType!),
            method,
            method.GetParameters().Select((p, i) => Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), p.ParameterType)));
        if (method.ReturnType.IsValueType)
        {
            call = Expression.Call(call, nameof(ValueTask.AsTask), null);
        }

        return Expression.Lambda<Func<object, object?[], Task>>(call, target, arguments).Compile();
    }
}

/// <summary>The result of a method that returns none.</summary>
internal readonly struct None;
