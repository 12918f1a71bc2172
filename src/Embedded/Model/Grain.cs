using Microsoft.Extensions.DependencyInjection;
using MultiLine.Embedded.Turns;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Base class of grains. The host constructs them, inside their own activation.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <exception cref="InvalidOperationException">The grain is constructed outside of a host.</exception>
    protected Grain() => GrainContext = TurnScheduler.CurrentContext
        ?? throw new InvalidOperationException($"{GetType()} can only be constructed by the host, inside its activation.");

    public IGrainContext GrainContext { get; }

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>The services of this activation; disposed with it.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <summary>Ends this activation when its running calls are finished; the next call starts a new one.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Called before the first call; when it fails, the calls that wait fail and the next one tries again.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called after the last call. Not called when the process dies, so nothing may depend on it.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
