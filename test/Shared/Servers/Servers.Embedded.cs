using Microsoft.AspNetCore.Builder;
using MultiLine.Api;

namespace MultiLine.Tests.Shared;

internal sealed partial class Servers
{
    public partial Task StartAsync() => Api.StartAsync();

    public partial ValueTask DisposeAsync() => Api.DisposeAsync();

    private static partial Servers Compose(string[] settings, string urls, Action<WebApplicationBuilder> configure)
    {
        var api = ApiHost.Create([$"--urls={urls}", .. settings], configure);
        return new Servers { Api = api, Backstage = api.Services };
    }
}
