using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MultiLine.Embedded.Hosting;

namespace MultiLine.Grains.Tests.Running;

/// <summary>On the embedded host.</summary>
public sealed partial class Product
{
    private static Task DropAsync(IHost host)
    {
        host.Services.GetRequiredService<EmbeddedHost>().Kill();
        return Task.CompletedTask;
    }
}
