using Microsoft.Extensions.DependencyInjection;

namespace MultiLine.Embedded.Activations;

/// <summary>The services of an activation. Those that everybody shares come from the host, and the others from a scope, which most activations never need.</summary>
internal sealed partial class Activation : IKeyedServiceProvider
{
    private IServiceScope? _scope;

    public IServiceProvider ActivationServices => this;

    private IKeyedServiceProvider Scope
    {
        get
        {
            lock (_gate)
            {
                return (IKeyedServiceProvider)(_scope ??= Catalog.Services.CreateScope()).ServiceProvider;
            }
        }
    }

    public object? GetService(Type serviceType) => (Catalog.Shared.Have(serviceType) ? Catalog.Services : Scope).GetService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => Scope.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => Scope.GetRequiredKeyedService(serviceType, serviceKey);

    private async ValueTask ReleaseServicesAsync()
    {
        if (_scope is not null)
        {
            await new AsyncServiceScope(_scope).DisposeAsync();
        }
    }
}
