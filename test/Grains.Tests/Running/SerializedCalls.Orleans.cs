using Orleans.Serialization;

namespace MultiLine.Grains.Tests.Running;

/// <summary>
/// Writes and reads what crosses each call of a grain, as between two silos: within one, immutable records go through as they are, and
/// what could not be sent over the wire would not be noticed.
/// </summary>
internal sealed class SerializedCalls(Serializer serializer) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var ours = context.InterfaceMethod?.DeclaringType?.Assembly == typeof(Interfaces.GrainKeys).Assembly;
        if (ours)
        {
            for (var i = 0; i < context.Request.GetArgumentCount(); i++)
            {
                context.Request.SetArgument(i, Sent(context.Request.GetArgument(i))!);
            }
        }

        await context.Invoke();
        if (ours && context.Result is not null)
        {
            context.Result = Sent(context.Result);
        }
    }

    /// <summary>A cancellation does not travel with the arguments.</summary>
    private object? Sent(object? value) =>
        value is null or CancellationToken ? value : serializer.Deserialize<object>(serializer.SerializeToArray(value));
}
