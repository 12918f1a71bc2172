using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Tests.Golden;

/// <summary>Events are stored for years: each form that was ever written stays readable, and is written the same way.</summary>
public sealed class StoredEventsTests
{
    private const string Events = "v1/events";

    public static TheoryData<string> Names => [.. GoldenEvents.V1.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_event_is_read_as_it_was_meant(string name) =>
        Assert.Equal(GoldenEvents.V1[name], EventFormat.Read(1, GoldenFiles.Read(Events, name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_it_always_was(string name) =>
        Assert.Equal(Encoding.UTF8.GetString(GoldenFiles.Read(Events, name)), Encoding.UTF8.GetString(EventFormat.Write(GoldenEvents.V1[name])));

    [Fact]
    public void Every_golden_file_is_looked_at() => Assert.Equal(GoldenEvents.V1.Keys.Order(StringComparer.Ordinal), GoldenFiles.Names(Events));

    [Fact]
    public void Every_event_has_a_stable_name_and_a_golden_file()
    {
        var declared = typeof(ConversationEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);
        var existing = typeof(ConversationEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ConversationEvent)));

        Assert.Equal(existing.OrderBy(type => type.Name, StringComparer.Ordinal), declared.Keys.OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.All(declared, pair => Assert.Contains(
            GoldenEvents.V1, golden => golden.Value.GetType() == pair.Key && golden.Key.Split('.')[0] == pair.Value));
        Assert.All(GoldenEvents.V1, golden => Assert.Equal(golden.Key.Split('.')[0], EventFormat.TypeName(golden.Value)));
    }

    /// <summary>An optional property that no golden file has could change its name unseen.</summary>
    [Fact]
    public void Every_property_and_every_word_of_an_event_is_in_some_golden_file()
    {
        foreach (var events in GoldenEvents.V1.Values.GroupBy(e => e.GetType()))
        {
            foreach (var property in events.Key.GetProperties().Where(property => property.Name != "EqualityContract"))
            {
                var values = events.Select(property.GetValue).ToList();
                Assert.True(values.Exists(value => value is not null), $"No golden file has {events.Key.Name}.{property.Name}");
            }
        }

        var words = GoldenEvents.V1.Values
            .SelectMany(e => e.GetType().GetProperties().Select(property => property.GetValue(e)))
            .OfType<Enum>()
            .ToHashSet();
        Assert.All(words.Select(word => word.GetType()).Distinct(), type => Assert.All(
            Enum.GetValues(type).Cast<Enum>(), word => Assert.Contains(word, words)));
    }

    [Fact]
    public void A_schema_that_is_newer_than_this_release_is_refused()
    {
        var error = Assert.Throws<JsonException>(() => EventFormat.Read(2, GoldenFiles.Read(Events, "outcome_unknown")));

        Assert.Equal("Events of schema 2 are newer than this release, which reads up to 1.", error.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"no_such_event","at":"2026-03-02T09:00:00+00:00"}""")]
    [InlineData("""{"type":"outcome_unknown","at":"2026-03-02T09:00:00+00:00","message_id":"m1","channel":"whatsapp"}""")]
    [InlineData("""{"type":"session_closed","channel":0,"until":"2026-03-02T09:00:00+00:00","by":"clock","at":"2026-03-02T09:00:00+00:00"}""")]
    [InlineData("""{"type":"session_closed","channel":"fax","until":"2026-03-02T09:00:00+00:00","by":"clock","at":"2026-03-02T09:00:00+00:00"}""")]
    public void What_is_no_event_is_refused_and_not_guessed_at(string body) =>
        Assert.Throws<JsonException>(() => EventFormat.Read(1, Encoding.UTF8.GetBytes(body)));
}
