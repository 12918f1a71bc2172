using MultiLine.Hosting.Cluster;

namespace MultiLine.Api;

public static partial class ApiHost
{
    static partial void AddAzureProviders(IClientBuilder client, AzureStorageSettings azure, ref bool added)
    {
        client.UseAzureStorageClustering(options => options.TableServiceClient = AzureClients.Tables(azure));
        added = true;
    }
}
