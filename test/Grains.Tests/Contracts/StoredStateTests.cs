using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Storage.Hosting;
using Orleans.Storage;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>
/// The states of grains as this version and those before store them: JSON by the names of the members, on both hosts. Beside each golden
/// file stands what it says.
/// </summary>
public sealed class StoredStateTests : IAsyncLifetime
{
    private const string Stored = ".stored.json";

    private readonly string _directory = Directory.CreateTempSubdirectory("multiline-").FullName;
    private readonly ServiceProvider _services;

    public StoredStateTests() => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataDirectory"] = _directory })
            .Build())
        .AddSqliteStorage()
        .BuildServiceProvider();

    public static TheoryData<string> Files => [.. GoldenFiles.Names(Stored)];

    public static TheoryData<string> States => [.. Declared.States.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_state_that_another_version_stored_is_read_as_it_was_meant(string file)
    {
        var state = Find(Path.GetFileName(file)[..^Stored.Length]);
        var said = WhatIsSaid(file);
        await StoreAsync(state, GoldenFiles.ReadBytes(file));

        var read = Readable.Text(await ReadAsync(state));

        Assert.True(Readable.Holds(JsonNode.Parse(read), JsonNode.Parse(said)), $"{file} says\n{said}\nand is read as\n{read}");
    }

    /// <summary>A silo that is not replaced yet may be the next to serve the grain.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_state_that_a_later_version_stored_with_a_member_more_is_read_without_it(string file)
    {
        var state = Find(Path.GetFileName(file)[..^Stored.Length]);
        var more = JsonNode.Parse(GoldenFiles.ReadBytes(file))!.AsObject();
        more["added_later"] = new JsonObject { ["at"] = "2026-03-02T09:00:00+00:00", ["words"] = new JsonArray("new") };
        await StoreAsync(state, Encoding.UTF8.GetBytes(more.ToJsonString()));
        var with = Readable.Text(await ReadAsync(state));

        await StoreAsync(state, GoldenFiles.ReadBytes(file));
        Assert.Equal(Readable.Text(await ReadAsync(state)), with);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_state_is_stored_in_the_bytes_of_a_golden_file(string name)
    {
        var state = Find(name);
        var sample = Sample.Full(state.Type);
        await WriteAsync(state, sample);
        await using var command = await Command("SELECT body FROM grain_state");
        var stored = (byte[])(await command.ExecuteScalarAsync())!;

        var text = Readable.Text(sample) + "\n";
        var file = GoldenFiles.Versions.Select(version => $"{version}/{name}{Stored}").LastOrDefault(GoldenFiles.Exists);
        if (file is null || WhatIsSaid(file) != text)
        {
            Assert.True(GoldenFiles.Target is not null, $"No golden file has a state {name} that says\n{text}{GoldenFiles.HowToWrite}");
            file = $"{GoldenFiles.Target}/{name}{Stored}";
            GoldenFiles.Write(file, stored);
            GoldenFiles.Write(SaidFile(file), Encoding.UTF8.GetBytes(text));
        }

        Assert.Equal(GoldenFiles.ReadText(file), Encoding.UTF8.GetString(stored));
    }

    /// <summary>The file is there from the first question on.</summary>
    public async Task InitializeAsync()
    {
        foreach (var state in Declared.States)
        {
            await ReadAsync(state);
        }
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static string NameOf(DeclaredState state) => $"{state.Grain}.{state.Name}";

    private static DeclaredState Find(string name) =>
        Declared.States.SingleOrDefault(state => NameOf(state) == name) ?? throw new InvalidOperationException($"There is a golden file of {name}, but no such state.");

    private static string WhatIsSaid(string file) => GoldenFiles.ReadText(SaidFile(file));

    private static string SaidFile(string file) => $"{file[..^Stored.Length]}.json";

    private async Task StoreAsync(DeclaredState state, byte[] body)
    {
        await using var command = await Command(
            "INSERT INTO grain_state (name, grain_id, version, body) VALUES (?1, ?2, 1, ?3) ON CONFLICT DO UPDATE SET body = excluded.body");
        command.Parameters.Add(new SqliteParameter { ParameterName = "?1", Value = state.Name });
        command.Parameters.Add(new SqliteParameter { ParameterName = "?2", Value = Grain(state).ToString() });
        command.Parameters.Add(new SqliteParameter { ParameterName = "?3", Value = body });
        await command.ExecuteNonQueryAsync();
    }

    private Task WriteAsync(DeclaredState state, object value) => Invoke(nameof(WriteAs), state, value);

    private async Task<object> ReadAsync(DeclaredState state)
    {
        var read = Invoke(nameof(ReadAs), state);
        await read;
        return ((Task<object>)read).Result;
    }

    private Task Invoke(string method, DeclaredState state, params object[] arguments) =>
        (Task)GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(state.Type).Invoke(this, [state.Name, Grain(state), .. arguments])!;

    private static GrainId Grain(DeclaredState state) => GrainId.Create(state.Grain, "acme");

    private Task WriteAs<T>(string name, GrainId grain, T value) => _services.GetRequiredService<IGrainStorage>().WriteStateAsync(name, grain, new GrainState<T>(value));

    private async Task<object> ReadAs<T>(string name, GrainId grain)
    {
        var state = new GrainState<T>();
        await _services.GetRequiredService<IGrainStorage>().ReadStateAsync(name, grain, state);
        return state.State!;
    }

    private async Task<SqliteCommand> Command(string sql)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_directory, "multiline.db")};Pooling=False");
        await connection.OpenAsync();
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests write it.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Disposed += (_, _) => connection.Dispose();
        return command;
    }
}
