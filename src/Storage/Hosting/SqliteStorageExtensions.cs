using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MultiLine.Storage.Followers;
using MultiLine.Storage.Log;
using MultiLine.Storage.Outbound;
using MultiLine.Storage.Sqlite;

namespace MultiLine.Storage.Hosting;

public static class SqliteStorageExtensions
{
    /// <summary>
    /// Every storage port on one SQLite file, where <see cref="StorageOptions"/> says. The file is opened, and its schema brought up to
    /// date, when the host starts (or when a port is first asked for), and closed when the services are disposed of, after everything
    /// that may still write has stopped.
    /// </summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddSingleton(provider => SqliteDatabase.Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory,
            provider.GetService<IWriteFault>(),
            provider.GetRequiredService<ILogger<SqliteDatabase>>()));
        services.AddHostedService<OpenDatabaseAtStart>();

        services.AddSingleton<IConversationLog, SqliteConversationLog>();
        services.AddSingleton<IOutboundQueue, SqliteOutboundQueue>();
        services.AddSingleton<IFollowerMarks, SqliteFollowerMarks>();
        return services;
    }
}
