namespace MultiLine.Load.Running;

/// <summary>The processes of the product as they are deployed on this actor host; the file named after it says which.</summary>
internal sealed partial class ProductServers : IDisposable
{
    private readonly IReadOnlyList<ServerProcess> _servers;

    public ProductServers(Uri address, IReadOnlyDictionary<string, string> settings, string logs)
    {
        Address = address;
        _servers = [.. Servers(address, settings, logs)];
    }

    /// <summary>Of the API.</summary>
    public Uri Address { get; }

    /// <summary>What all of them have in memory, by the kernel's count.</summary>
    public long ResidentBytes => _servers.Sum(server => server.ResidentBytes);

    /// <summary>What all of them have had of the processors since they started.</summary>
    public TimeSpan ProcessorTime => _servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.ProcessorTime);

    /// <summary>Whether one of them has ended by itself.</summary>
    public bool HasEnded => _servers.Any(server => server.HasEnded);

    /// <summary>Starts those that don't run.</summary>
    /// <param name="environment">Variables of the one that has the grains, which starts first, besides its settings; none if it is not given.</param>
    /// <param name="mayDie">Whether one may end before it is healthy.</param>
    public async Task StartAsync(IReadOnlyDictionary<string, string>? environment = null, bool mayDie = false)
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, server) in _servers.Index().Where(server => !server.Item.IsRunning))
        {
            await server.StartAsync(index == 0 ? environment ?? none : none, MayGoOn);
            if (!MayGoOn())
            {
                return;
            }
        }

        bool MayGoOn() => !(mayDie && HasEnded);
    }

    /// <summary>SIGKILL to all that run, and an end to those that have ended.</summary>
    public async Task KillAllAsync()
    {
        foreach (var server in _servers.Where(server => server.IsRunning))
        {
            await server.KillAsync();
        }
    }

    /// <summary>SIGKILL to one of them, another, or all, by chance.</summary>
    public async Task KillAsync(Random chance)
    {
        var choice = chance.Next(1, 1 << _servers.Count);
        foreach (var (index, server) in _servers.Index())
        {
            if ((choice & (1 << index)) != 0)
            {
                await server.KillAsync();
            }
        }
    }

    /// <summary>SIGKILL to all of them.</summary>
    public async Task KillAsync()
    {
        foreach (var server in _servers)
        {
            await server.KillAsync();
        }
    }

    public void Dispose()
    {
        foreach (var server in _servers)
        {
            server.Dispose();
        }
    }

    /// <summary>In the order in which they start.</summary>
    private static partial IEnumerable<ServerProcess> Servers(Uri address, IReadOnlyDictionary<string, string> settings, string logs);
}
