using System.Reflection;
using MultiLine.Embedded.Activations;
using Orleans.Runtime;

namespace MultiLine.Embedded.Calls;

/// <summary>What a caller holds of a grain: implements its interface and turns each call into a request.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
internal class GrainReferenceProxy : DispatchProxy, IAddressable
#pragma warning restore CA1852
{
    private GrainInterface _interface = null!;
    private ICallTarget? _target;

    public GrainId GrainId { get; private set; }

    public GrainReferenceFactory Factory { get; private set; } = null!;

    public static GrainReferenceProxy Blank(GrainInterface @interface)
    {
        var proxy = (GrainReferenceProxy)Create(@interface.Type, typeof(GrainReferenceProxy));
        proxy._interface = @interface;
        return proxy;
    }

    public static object Create(GrainInterface @interface, GrainId grainId, GrainReferenceFactory factory)
    {
        var proxy = (GrainReferenceProxy)@interface.Blank.MemberwiseClone();
        proxy.GrainId = grainId;
        proxy.Factory = factory;
        return proxy;
    }

    /// <summary>Hands the request to the activation of the grain, the one that took the last request if it still lives.</summary>
    public void Send(Request request)
    {
        if (_target is { } target && target.TryReceive(request))
        {
            return;
        }

        _target = Factory.Catalog.Send(GrainId, request);
    }

    public override bool Equals(object? obj) => obj is GrainReferenceProxy other && other.GrainId == GrainId;

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}:{_interface.Type.Name}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _interface.Methods[targetMethod!].Call(this, args ?? []);
}
