namespace MultiLine.StepKill;

/// <summary>Watches calls of grains.</summary>
internal sealed class WatchedCalls(KillOrder order) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var method = context.InterfaceMethod;
        if (method.DeclaringType?.Name != order.Interface || method.Name != order.Method)
        {
            await context.Invoke();
            return;
        }

        var about = (string[])[context.TargetId.Key.ToString()!];
        await order.Reach("before", about);
        await context.Invoke();
        await order.Reach("after", about);
    }
}
