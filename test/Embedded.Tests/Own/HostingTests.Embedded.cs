using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MultiLine.Embedded.Hosting;
using MultiLine.Embedded.Tests.Activations;
using MultiLine.Embedded.Tests.Calls;
using MultiLine.Embedded.Tests.Host;
using MultiLine.Embedded.Tests.Reminders;
using MultiLine.Embedded.Tests.State;

namespace MultiLine.Embedded.Tests.Own;

/// <summary>What the embedded host says when something is missing or wrong.</summary>
public sealed class HostingTests
{
    public interface IUnhosted : IGrainWithStringKey;

    public interface IOdd : IGrainWithStringKey
    {
        void Fire();
    }

    [Fact]
    public async Task The_host_starts_and_stops_with_the_application()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<Stage>();
        builder.Services.AddEmbeddedHost(host => host.AddGrains(typeof(HostingTests).Assembly));
        using var application = builder.Build();

        await application.StartAsync();
        Assert.Equal("hi", await application.Services.GetRequiredService<IGrainFactory>().GetGrain<ICalls>("a").Echo("hi"));
        await application.StopAsync();
    }

    [Fact]
    public void A_wrong_option_is_named()
    {
        using var services = Services(host => host.Configure(options => options.CollectionAge = TimeSpan.Zero));

        var error = Assert.Throws<OptionsValidationException>(services.GetRequiredService<EmbeddedHost>);
        Assert.Contains(nameof(EmbeddedHostOptions.CollectionAge), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_before_the_start_is_refused()
    {
        await using var services = Services();

        await Assert.ThrowsAsync<SiloUnavailableException>(() => services.GetRequiredService<IGrainFactory>().GetGrain<ILife>("a").Number());
    }

    [Fact]
    public async Task A_store_that_is_not_registered_is_named()
    {
        await using var services = Services();
        await services.GetRequiredService<EmbeddedHost>().StartAsync(CancellationToken.None);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => services.GetRequiredService<IGrainFactory>().GetGrain<IAccount>("a").Balance());
        Assert.Contains($"'{ActorHostFixture.Store}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_without_a_table_to_keep_it_says_so()
    {
        await using var services = Services();
        await services.GetRequiredService<EmbeddedHost>().StartAsync(CancellationToken.None);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => services.GetRequiredService<IGrainFactory>()
            .GetGrain<IReminded>("a").Remind("tick", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)));
        Assert.Contains(nameof(IReminderTable), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_without_a_grain_class_is_named()
    {
        using var services = Services();

        var error = Assert.Throws<ArgumentException>(() => services.GetRequiredService<IGrainFactory>().GetGrain<IUnhosted>("a"));
        Assert.Contains(nameof(IUnhosted), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_can_not_be_a_grain_call_is_named()
    {
        using var services = Services();

        var error = Assert.Throws<NotSupportedException>(
            () => services.GetRequiredService<IGrainFactory>().GetGrain<IOdd>(GrainId.Create("odd", "a")));
        Assert.Contains("Fire", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Action<EmbeddedHostBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Stage>();
        services.AddEmbeddedHost(host =>
        {
            host.AddGrains(typeof(HostingTests).Assembly);
            configure?.Invoke(host);
        });
        return services.BuildServiceProvider(validateScopes: true);
    }
}
