using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Storage.Hosting;
using MultiLine.Storage.Sqlite;
using MultiLine.Storage.Tests.Contracts;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>SQLite as a product has it: composed by <c>AddSqliteStorage</c>, in a directory of its own.</summary>
internal sealed class SqliteUnderTest : StorageUnderTest
{
    private readonly IWriteFault? _fault;
    private readonly string? _masterKey;
    private ServiceProvider _services;

    public SqliteUnderTest(IWriteFault? fault = null, string? directory = null, string? masterKey = null)
    {
        (_fault, _masterKey) = (fault, masterKey);
        DataDirectory = directory ?? Directory.CreateTempSubdirectory("multiline-storage-").FullName;
        _services = Open();
    }

    public string DataDirectory { get; }

    public override IServiceProvider Services => _services;

    public SqliteDatabase Database => _services.GetRequiredService<SqliteDatabase>();

    public override async Task ReopenAsync()
    {
        await _services.DisposeAsync();
        _services = Open();
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }

    private ServiceProvider Open()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:DataDirectory", DataDirectory), new("Storage:MasterKey", _masterKey)])
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSqliteStorage();
        if (_fault is not null)
            services.AddSingleton(_fault);
        return services.BuildServiceProvider();
    }
}
