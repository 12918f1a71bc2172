namespace MultiLine.Hosting.Cluster;

/// <summary>
/// The storage account of a cluster on Azure, section <c>Cluster:Azure</c>: either a connection string, or the addresses of its services, which
/// are then opened with the identity of the process.
/// </summary>
public sealed class AzureStorageSettings
{
    /// <summary>Opens tables and queues with a key. Not needed with the two addresses.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Such as <c>https://account.table.core.windows.net/</c>.</summary>
    public Uri? TableService { get; set; }

    /// <summary>Such as <c>https://account.queue.core.windows.net/</c>.</summary>
    public Uri? QueueService { get; set; }

    public static NotSupportedException ProvidersMissing() =>
        new("Cluster:Membership is AzureTables, but this program was built without the Azure providers of Orleans.");

    internal IEnumerable<string> Missing()
    {
        if (ConnectionString is not null)
        {
            yield break;
        }

        if (TableService is not { IsAbsoluteUri: true })
        {
            yield return "Cluster:Azure:TableService is missing: the address of the table service, unless Cluster:Azure:ConnectionString is set.";
        }

        if (QueueService is not { IsAbsoluteUri: true })
        {
            yield return "Cluster:Azure:QueueService is missing: the address of the queue service, unless Cluster:Azure:ConnectionString is set.";
        }
    }
}
