using System.Reflection;
using MultiLine.Embedded.Activations;
using Orleans;
using Orleans.Runtime;

namespace MultiLine.Embedded.Calls;

/// <summary>A call on its way through the filters to the grain.</summary>
internal sealed class IncomingCall<T>(
    GrainMethod<T> method, GrainId target, GrainId? source, object?[] arguments, Activation activation, IIncomingGrainCallFilter[] filters)
    : IIncomingGrainCallContext
{
    private int _passed;

    public object Grain => activation.GrainInstance!;

    public IGrainContext TargetContext => activation;

    public GrainId? SourceId => source;

    public GrainId TargetId => target;

    public string InterfaceName => method.Method.DeclaringType!.FullName!;

    public string MethodName => method.Method.Name;

    public MethodInfo InterfaceMethod => method.Method;

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = Grain.GetType().GetInterfaceMap(method.Method.DeclaringType!);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, method.Method)];
        }
    }

    public object? Result { get; set; }

    public T TypedResult => Result is null ? default! : method.ResultOf((T)Result);

    public async Task Invoke()
    {
        if (_passed < filters.Length)
        {
            await filters[_passed++].Invoke(this);
            return;
        }

        var invocation = method.Invoke(Grain, arguments);
        await invocation;
        Result = typeof(T) == typeof(None) ? null : ((Task<T>)invocation).Result;
    }
}
