using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;

namespace MultiLine.Hosting.Cluster;

/// <summary>Opens the storage account of a cluster.</summary>
public static class AzureClients
{
    public static TableServiceClient Tables(AzureStorageSettings azure)
    {
        ArgumentNullException.ThrowIfNull(azure);
        return azure.ConnectionString is { } connection
            ? new TableServiceClient(connection)
            : new TableServiceClient(azure.TableService, new DefaultAzureCredential());
    }

    public static QueueServiceClient Queues(AzureStorageSettings azure)
    {
        ArgumentNullException.ThrowIfNull(azure);
        return azure.ConnectionString is { } connection
            ? new QueueServiceClient(connection)
            : new QueueServiceClient(azure.QueueService, new DefaultAzureCredential());
    }
}
