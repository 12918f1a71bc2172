using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MultiLine.Silo;
using MultiLine.Tests.Shared;

namespace MultiLine.Archive.Filling;

/// <summary>
/// The product's grains in this process, on real storage in a temporary directory that is deleted at the end. Nobody calls it from outside, and it
/// has no organisation whose numbers or templates it would ask a provider about.
/// </summary>
internal sealed class ScratchProduct : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("multiline-bench-").FullName;
    private readonly IHost _host;

    private ScratchProduct()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataDirectory"] = _directory,
            ["WhatsApp:AccessToken"] = "unused",
            ["WhatsApp:AppSecrets:0"] = "unused",
            ["WhatsApp:VerifyToken"] = "unused",
            // Of a silo on Orleans.
            ["Cluster:SiloPort"] = $"{FreePort.Next()}",
            ["Cluster:GatewayPort"] = $"{FreePort.Next()}",
        });
        builder.AddMultiLineSilo();
        _host = builder.Build();
    }

    public IGrainFactory Grains => Service<IGrainFactory>();

    /// <summary>What the storage takes on the disk.</summary>
    public long Bytes => new DirectoryInfo(_directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    public static async Task<ScratchProduct> StartAsync()
    {
        var product = new ScratchProduct();
        await product._host.StartAsync();
        return product;
    }

    public T Service<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
