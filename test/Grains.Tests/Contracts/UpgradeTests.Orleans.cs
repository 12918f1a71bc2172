using Microsoft.Extensions.DependencyInjection;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>Two versions of a record in one cluster, as while silos are replaced one by one: what one adds, the other does not know.</summary>
public sealed class UpgradeTests : IDisposable
{
    /// <summary>Does not know what only the later version has.</summary>
    private readonly ServiceProvider _today = Serializing(types => types.WellKnownTypeAliases.Remove(LaterMerge.Name));

    /// <summary>Knows the later versions by the names that the records have today.</summary>
    private readonly ServiceProvider _later = Serializing(types =>
    {
        types.WellKnownTypeAliases[Declared.Alias(typeof(ContactCard))] = typeof(LaterCard);
        types.WellKnownTypeAliases[Declared.Alias(typeof(ContactPage))] = typeof(LaterPage);
        types.WellKnownTypeAliases[Declared.Alias(typeof(SendResult))] = typeof(LaterResult);
    });

    [Fact]
    public void The_later_version_reads_what_the_earlier_one_wrote_and_finds_nothing_where_it_asks_for_more()
    {
        var sent = (ContactPage)Sample.Full(typeof(ContactPage));

        var read = Later.Deserialize<object>(Today.SerializeToArray<object>(sent));

        var page = Assert.IsType<LaterPage>(read);
        Assert.Equal(sent.Cursor, page.Cursor);
        Assert.Equal(
            sent.Contacts.Select(card => (card.Id, card.Name, card.Phone, card.Bsuid)), page.Contacts.Select(card => (card.Id, card.Name, card.Phone, card.Bsuid)));
        Assert.Null(page.Total);
        Assert.All(page.Contacts, card => Assert.Equal((null, null, null, null), (card.Email, card.Merged, card.Labels, card.Merges)));
    }

    /// <summary>Where a record has no constructor that wants its members, one that nobody wrote is what the declaration says.</summary>
    [Fact]
    public void The_later_version_finds_the_default_of_a_member_that_the_earlier_one_did_not_write()
    {
        var read = Later.Deserialize<object>(Today.SerializeToArray<object>(new SendResult { Repeated = true }));

        var result = Assert.IsType<LaterResult>(read);
        Assert.True(result.Repeated);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void The_earlier_version_reads_what_the_later_one_wrote_and_passes_over_what_it_does_not_know()
    {
        var sent = new LaterPage([Card(0), Card(1)], "next", 2);

        var read = Today.Deserialize<object>(Later.SerializeToArray<object>(sent));

        var page = Assert.IsType<ContactPage>(read);
        Assert.Equal("next", page.Cursor);
        Assert.Equal(sent.Contacts.Select(card => new ContactCard(card.Id, card.Name, card.Phone, card.Bsuid)), page.Contacts);
    }

    /// <summary>So the test before this one is about something unknown; and so a new record goes to nobody who may not have it yet.</summary>
    [Fact]
    public void A_record_that_only_the_later_version_has_is_refused_by_the_earlier_one() =>
        Assert.ThrowsAny<SerializerException>(() => Today.Deserialize<object>(Later.SerializeToArray<object>(Merge)));

    private static ServiceProvider Serializing(Action<TypeManifestOptions> know) =>
        new ServiceCollection().AddSerializer().PostConfigure(know).BuildServiceProvider();

    public void Dispose()
    {
        _today.Dispose();
        _later.Dispose();
    }

    private Serializer Today => _today.GetRequiredService<Serializer>();

    private Serializer Later => _later.GetRequiredService<Serializer>();

    /// <summary>All share a merge: what comes after refers back to what the earlier version passed over.</summary>
    private static LaterCard Card(int i) =>
        new($"c{i}", $"Contact {i}", null, $"DE.{i}", $"c{i}@example.org", Merge, ["vip", "new"], new List<LaterMerge> { Merge, new("c8", 4) });

    private static readonly LaterMerge Merge = new("c9", 3);
}

/// <summary>The page of contacts with a member more.</summary>
[GenerateSerializer, Immutable]
public sealed record LaterPage([property: Id(0)] IReadOnlyList<LaterCard> Contacts, [property: Id(1)] string? Cursor, [property: Id(2)] int? Total);

/// <summary>The contact with members more: plain, a record and a list.</summary>
[GenerateSerializer, Immutable]
public sealed record LaterCard(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Phone,
    [property: Id(3)] string? Bsuid,
    [property: Id(24)] string? Email,
    [property: Id(25)] LaterMerge? Merged,
    [property: Id(26)] IReadOnlyList<string>? Labels,
    [property: Id(27)] IReadOnlyList<LaterMerge>? Merges);

/// <summary>The result of a send with a member more that is never null.</summary>
[GenerateSerializer, Immutable]
public sealed record LaterResult
{
    [Id(0)] public MessageSummary? Message { get; init; }

    [Id(1)] public Refused? Refusal { get; init; }

    [Id(2)] public bool Repeated { get; init; }

    [Id(3)] public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A contract that the earlier version has never heard of.</summary>
[GenerateSerializer, Immutable, Alias(Name)]
public sealed record LaterMerge([property: Id(0)] string Into, [property: Id(1)] long Version)
{
    internal const string Name = "ml.tests.LaterMerge";
}
