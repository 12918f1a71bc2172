using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>
/// The bytes of contract records, as this version and those before write them: what another silo of the cluster sends, which may be older or
/// newer, or what waits in a queue. Beside each file stands what it says.
/// </summary>
public sealed class WrittenRecordTests : IDisposable
{
    private const string Bytes = ".bin";
    private const string Said = ".json";

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    public static TheoryData<string> Files => [.. GoldenFiles.Names(Bytes)];

    public static TheoryData<Type> Records => [.. Declared.Records];

    private Serializer Serializer => _services.GetRequiredService<Serializer>();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_record_that_another_version_wrote_is_read_as_it_was_meant(string file)
    {
        var said = WhatIsSaid(file);

        var read = Serializer.Deserialize<object>(GoldenFiles.ReadBytes(file))!;

        Assert.Equal(Path.GetFileName(file).Replace(".bare", "", StringComparison.Ordinal), Declared.Alias(read.GetType()) + Bytes);
        var today = Readable.Text(read);
        Assert.True(Readable.Holds(JsonNode.Parse(today), JsonNode.Parse(said)), $"{file} says\n{said}\nand is read as\n{today}");
    }

    /// <summary>What this version writes is a golden file, so that the next one reads it; what it always said it says in the same bytes.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_written_in_the_bytes_of_a_golden_file(Type record)
    {
        var (full, bare) = (Sample.Full(record), Sample.Bare(record));
        IsWritten(full, Declared.Alias(record));
        if (Readable.Text(bare) != Readable.Text(full))
        {
            IsWritten(bare, $"{Declared.Alias(record)}.bare");
        }
    }

    public void Dispose() => _services.Dispose();

    private void IsWritten(object sample, string name)
    {
        var text = Readable.Text(sample) + "\n";
        var file = GoldenFiles.Versions.Select(version => $"{version}/{name}{Bytes}").LastOrDefault(GoldenFiles.Exists);
        if (file is null || WhatIsSaid(file) != text)
        {
            Assert.True(GoldenFiles.Target is not null, $"No golden file has a {name} that says\n{text}{GoldenFiles.HowToWrite}");
            file = $"{GoldenFiles.Target}/{name}{Bytes}";
            GoldenFiles.Write(file, Serializer.SerializeToArray(sample));
            GoldenFiles.Write(Path.ChangeExtension(file, Said), Encoding.UTF8.GetBytes(text));
        }

        Assert.Equal(Convert.ToHexString(GoldenFiles.ReadBytes(file)), Convert.ToHexString(Serializer.SerializeToArray(sample)));
    }

    private static string WhatIsSaid(string file) => GoldenFiles.ReadText(Path.ChangeExtension(file, Said));
}
