using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Storage.Choices;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Content;
using MultiLine.Storage.Exports;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Inbox;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Log;
using MultiLine.Storage.Media;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.Outbound;
using MultiLine.Storage.Policies;
using MultiLine.Storage.RawInbox;
using MultiLine.Storage.Search;
using MultiLine.Storage.Retention;
using MultiLine.Storage.SignIn;
using MultiLine.Storage.Sqlite;
using MultiLine.Storage.Surveillance;
using Orleans.Storage;

namespace MultiLine.Storage.Hosting;

public static class SqliteStorageExtensions
{
    /// <summary>
    /// Every storage port, the grains' states and their reminders on one SQLite file, where <see cref="StorageOptions"/> says. The file is
    /// opened, and its schema brought up to date, when the host starts (or when a port is first asked for), and closed when the services
    /// are disposed of, after everything that may still write has stopped.
    /// </summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.Section)
            .ValidateDataAnnotations()
            .Validate(options => options.MasterKey is null || MasterKey.IsValid(options.MasterKey), "Storage:MasterKey must be 32 bytes in base64.")
            .ValidateOnStart();

        services.AddSingleton(provider => SqliteDatabase.Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory,
            provider.GetService<IWriteFault>(),
            provider.GetRequiredService<ILogger<SqliteDatabase>>()));
        services.AddSingleton<OpenStorageAtStart>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenStorageAtStart>());

        services.AddSingleton<IConversationLog, SqliteConversationLog>();
        services.AddSingleton<IConversationSnapshots, SqliteConversationSnapshots>();
        services.AddSingleton<IOutboundQueue, SqliteOutboundQueue>();
        services.AddSingleton<IFollowerMarks, SqliteFollowerMarks>();
        services.AddSingleton<IRawInbox, SqliteRawInbox>();
        services.AddSingleton<ILedger, SqliteLedger>();
        services.AddSingleton<ILedgerTrees, SqliteLedgerTrees>();
        services.AddOptions<LedgerOptions>().BindConfiguration(LedgerOptions.Section);
        services.AddSingleton<ILedgerSigner, SqliteLedgerSigner>();
        services.AddSingleton<ITreeHeads, SqliteTreeHeads>();
        services.AddSingleton<IReconciliations, SqliteReconciliations>();
        services.AddSingleton<IAnchors, SqliteAnchors>();
        services.AddSingleton<ISearchIndex, SqliteSearchIndex>();
        services.AddSingleton<IReviewQueue, SqliteReviewQueue>();
        services.AddSingleton<INotices, SqliteNotices>();
        services.AddSingleton<IMediaStore, SqliteMediaStore>();
        services.AddSingleton<IThreadStore, SqliteThreadStore>();
        services.AddSingleton<IContactStore, SqliteContactStore>();
        services.AddSingleton<IAliasStore, SqliteAliasStore>();
        services.AddSingleton<IOrganizationStore, SqliteOrganizationStore>();
        services.AddSingleton<IPolicyStore, SqlitePolicyStore>();
        services.AddSingleton<IDisposal, SqliteDisposal>();
        services.AddSingleton<ISignInLinks, SqliteSignInLinks>();
        services.AddSingleton<IFixedChoices, SqliteFixedChoices>();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteKeyRing>();
        services.AddSingleton<IKeyRing>(provider => provider.GetRequiredService<SqliteKeyRing>());
        services.AddSingleton<ContentSealer>();
        services.AddSingleton<SearchKeys>();
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<KeptMedia>();
        services.AddSingleton<LedgerExport>();
        services.AddSingleton<ArchivedTalks>();

        services.AddSingleton<IGrainStorage, SqliteGrainStorage>();
        services.AddSingleton<IReminderTable, SqliteReminderTable>();
        return services;
    }

    /// <summary>Opens what the host opens at its start, for a program that tells itself what can't be opened.</summary>
    /// <exception cref="StorageSetupException">Something can't be used as it is.</exception>
    public static Task OpenSqliteStorageAsync(this IServiceProvider provider, CancellationToken cancellationToken = default) =>
        provider.GetRequiredService<OpenStorageAtStart>().StartAsync(cancellationToken);
}
