using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Hosting;
using MultiLine.Storage.Organizations;
using MultiLine.Storage.SignIn;

namespace MultiLine.Cli;

/// <summary>
/// The storage of a deployment, opened for one command. The server may have it open too. Settings come from the environment, under the
/// names that the server reads: <c>Storage__MasterKey</c>, <c>Archive__Count</c>.
/// </summary>
internal sealed class Deployment : IAsyncDisposable
{
    /// <summary>As docs/storage.md names it.</summary>
    private const string DatabaseFile = "multiline.db";

    private readonly ServiceProvider _services;

    private Deployment(string dataDirectory)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection([new($"{StorageOptions.Section}:{nameof(StorageOptions.DataDirectory)}", dataDirectory)])
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddSqliteStorage()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<ArchiveShards>>().Value)
            .AddSingleton<ConversationJournal>()
            .AddSingleton<AuditJournal>();
        services.AddOptions<ArchiveShards>().BindConfiguration(ArchiveShards.Section).ValidateDataAnnotations();
        _services = services.BuildServiceProvider();
    }

    public IOrganizationStore Organizations => Get<IOrganizationStore>();

    public ISignInLinks Links => Get<ISignInLinks>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static bool Exists(string dataDirectory) => File.Exists(Path.Combine(dataDirectory, DatabaseFile));

    /// <exception cref="CommandFailedException">There is none: a mistyped directory must not become an empty deployment.</exception>
    public static Deployment Open(string dataDirectory) => Exists(dataDirectory)
        ? new Deployment(dataDirectory)
        : throw new CommandFailedException(
            $"There is no {DatabaseFile} in {Path.GetFullPath(dataDirectory)}. Name the server's data directory with --data, or begin with multiline org create.");

    public static Deployment OpenOrCreate(string dataDirectory) => new(dataDirectory);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
