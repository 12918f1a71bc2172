using System.Reflection;

namespace MultiLine.StepKill;

/// <summary>A port of the product that passes each call on, and is watched before, within and after it.</summary>
internal class Watched : DispatchProxy
{
    private static readonly MethodInfo s_pass = typeof(Watched).GetMethod(nameof(PassResult), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private object _inner = null!;
    private KillOrder _order = null!;

    public static object Around(Type port, object inner, KillOrder order)
    {
        var proxy = (Watched)Create(port, typeof(Watched));
        (proxy._inner, proxy._order) = (inner, order);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var (method, arguments) = (targetMethod!, args ?? []);
        if (method.Name != _order.Method)
        {
            return Call(method, arguments);
        }

        var about = Words.Of(arguments);
        if (_order.IsAbout(about))
        {
            arguments = [.. arguments.Select(argument => DyingWithin.Around(argument, _order, about))];
        }

        return method.ReturnType.IsGenericType
            ? s_pass.MakeGenericMethod(method.ReturnType.GetGenericArguments()).Invoke(this, [method, arguments, about])
            : Pass(method, arguments, about);
    }

    private object? Call(MethodInfo method, object?[] arguments) =>
        method.Invoke(_inner, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    private async Task<T> PassResult<T>(MethodInfo method, object?[] arguments, IReadOnlyCollection<string> about)
    {
        await _order.Reach("before", about);
        var result = await (Task<T>)Call(method, arguments)!;
        await _order.Reach("after", about);
        return result;
    }

    private async Task Pass(MethodInfo method, object?[] arguments, IReadOnlyCollection<string> about)
    {
        await _order.Reach("before", about);
        await (Task)Call(method, arguments)!;
        await _order.Reach("after", about);
    }
}
