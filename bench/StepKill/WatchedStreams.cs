using System.Reflection;
using Orleans.Streams;

namespace MultiLine.StepKill;

/// <summary>A provider whose streams are watched.</summary>
internal class WatchedStreams : DispatchProxy
{
    /// <summary>As the order names a stream.</summary>
    public const string Interface = "IAsyncStream";

    private object _inner = null!;
    private KillOrder _order = null!;

    public static object Around(Type port, object inner, KillOrder order)
    {
        var proxy = (WatchedStreams)Create(port, typeof(WatchedStreams));
        (proxy._inner, proxy._order) = (inner, order);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.Invoke(_inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
        return targetMethod.Name == nameof(IStreamProvider.GetStream) ? Watched.Around(targetMethod.ReturnType, result!, _order) : result;
    }
}
