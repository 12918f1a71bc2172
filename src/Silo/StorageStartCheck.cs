using MultiLine.Domain;
using MultiLine.Hosting.Start;
using MultiLine.Storage.Choices;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Hosting;

namespace MultiLine.Silo;

/// <summary>The storage opens, with its keys, and holds to what was chosen at the first start.</summary>
internal sealed class StorageStartCheck(IServiceProvider services) : IStartCheck
{
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await services.OpenSqliteStorageAsync(cancellationToken);
            await services.GetRequiredService<ArchiveShards>().FixAsync(services.GetRequiredService<IFixedChoices>(), cancellationToken);
            return null;
        }
        catch (Exception wrong) when (wrong is StorageSetupException or StorageUnavailableException)
        {
            return wrong.Message;
        }
    }
}
