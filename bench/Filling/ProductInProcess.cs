using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MultiLine.Silo;

namespace MultiLine.Filling;

/// <summary>
/// The product's grains in this process, on real storage. Nobody calls it from outside, and what it would ask a provider about its numbers and
/// templates is answered by nobody.
/// </summary>
public sealed class ProductInProcess : IAsyncDisposable
{
    private readonly string _directory;
    private readonly bool _isKept;
    private readonly IHost _host;

    private ProductInProcess(string? directory)
    {
        _isKept = directory is not null;
        _directory = directory ?? Directory.CreateTempSubdirectory("multiline-bench-").FullName;
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataDirectory"] = _directory,
            ["WhatsApp:BaseAddress"] = $"http://127.0.0.1:{FreePort.Next()}/",
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

    /// <param name="directory">Of the storage; without it a temporary one, which is deleted at the end.</param>
    public static async Task<ProductInProcess> StartAsync(string? directory = null)
    {
        var product = new ProductInProcess(directory);
        await product._host.StartAsync();
        return product;
    }

    public T Service<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        if (!_isKept)
        {
            Directory.Delete(_directory, recursive: true);
        }
    }
}
