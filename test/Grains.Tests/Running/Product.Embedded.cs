using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MultiLine.Embedded.Hosting;

namespace MultiLine.Grains.Tests.Running;

/// <summary>On the embedded host.</summary>
public sealed partial class Product
{
    // Its calls go by the test's clock, which may move on by hours while one is under way that takes a moment.
    partial void ConfigureHost(HostApplicationBuilder builder) =>
        builder.Services.Configure<EmbeddedHostOptions>(options => options.ResponseTimeout = TimeSpan.FromDays(1));

    private static Task DropAsync(IHost host)
    {
        host.Services.GetRequiredService<EmbeddedHost>().Kill();
        return Task.CompletedTask;
    }
}
