using Microsoft.AspNetCore.Builder;
using MultiLine.Api;
using MultiLine.Silo;

namespace MultiLine.Tests.Shared;

internal sealed partial class Servers
{
    public required WebApplication Silo { get; init; }

    public partial async Task StartAsync()
    {
        await Silo.StartAsync();
        await Api.StartAsync();
    }

    public partial async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Silo.DisposeAsync();
    }

    private static partial Servers Compose(string[] settings, string urls, Action<WebApplicationBuilder> configure)
    {
        string[] all = [.. settings, $"--Cluster:SiloPort={FreePort.Next()}", $"--Cluster:GatewayPort={FreePort.Next()}"];
        var silo = SiloHost.Create([$"--urls={AnyPort}", .. all], configure);
        return new Servers { Api = ApiHost.Create([$"--urls={urls}", .. all], configure), Silo = silo, Backstage = silo.Services };
    }
}
