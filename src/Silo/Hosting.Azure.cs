using MultiLine.Grains;
using MultiLine.Grains.Interfaces;
using MultiLine.Hosting.Cluster;
using MultiLine.Storage.States;
using Orleans.Storage;
using Orleans.Streams;

namespace MultiLine.Silo;

public static partial class SiloHosting
{
    /// <summary>Members, grain states and reminders in Azure Tables, streams through Azure Queues; what SQLite does for one machine.</summary>
    static partial void AddAzureProviders(ISiloBuilder silo, AzureStorageSettings azure, ref bool added)
    {
        silo.UseAzureStorageClustering(options => options.TableServiceClient = AzureClients.Tables(azure));
        silo.AddAzureTableGrainStorage(StateStores.Grains, options =>
        {
            options.TableServiceClient = AzureClients.Tables(azure);
            options.GrainStorageSerializer = new StateSerializer();
        });
        silo.UseAzureTableReminderService(options => options.TableServiceClient = AzureClients.Tables(azure));
        silo.AddAzureQueueStreams(Streams.Provider, streams =>
        {
            streams.ConfigureAzureQueue(queues => queues.Configure(options => options.QueueServiceClient = AzureClients.Queues(azure)));
            streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
        });
        added = true;
    }

    /// <summary>States are stored here as they are in SQLite. The providers' own way writes names of types, some of which it can't read again.</summary>
    private sealed class StateSerializer : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) => new(StateJson.Write(input));

        public T Deserialize<T>(BinaryData input) => StateJson.Read<T>(input.ToMemory().Span);
    }
}
