using System.Reflection;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Runs around each call inside the activation; registered as services, or implemented by a grain for its own calls.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Awaits <see cref="IGrainCallContext.Invoke"/> to go on with the call, or sets the result itself.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}

/// <summary>A call on its way.</summary>
public interface IGrainCallContext
{
    object Grain { get; }

    GrainId? SourceId { get; }

    GrainId TargetId { get; }

    string InterfaceName { get; }

    string MethodName { get; }

    MethodInfo InterfaceMethod { get; }

    object? Result { get; set; }

    Task Invoke();
}

/// <inheritdoc/>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    IGrainContext TargetContext { get; }

    MethodInfo ImplementationMethod { get; }
}
