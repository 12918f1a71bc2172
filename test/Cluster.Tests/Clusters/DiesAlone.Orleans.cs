using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MultiLine.Cluster.Tests.Clusters;

/// <summary>
/// A silo that finds that the others have declared it dead ends its process. Here several silos share one with the test: only the silo ends.
/// </summary>
internal sealed class DiesAlone(IServiceProvider services) : IFatalErrorHandler
{
    public bool IsUnexpected(Exception exception) => true;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null) =>
        _ = Task.Run(() => services.GetRequiredService<IHost>().StopAsync(new CancellationToken(canceled: true)));
}
