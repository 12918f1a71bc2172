using System.Text;
using System.Text.Json;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Tests.Golden;

/// <summary>
/// A snapshot is read by the release that wrote it and by no other form of it, so its schema has to go up whenever the same events would lead
/// to other bytes.
/// </summary>
public sealed class StoredSnapshotTests
{
    private const string Snapshots = "v2/snapshot";

    /// <summary>All events that were ever stored, by name; and then a message that arrives by its first attempt while a second one is open.</summary>
    private static ConversationState Folded { get; } = ConversationState.Empty.Apply(
    [
        .. GoldenEvents.V1.OrderBy(golden => golden.Key, StringComparer.Ordinal).Select(golden => golden.Value),
        GoldenEvents.V1["message_accepted.text"],
        GoldenEvents.V1["attempt_started"],
        GoldenEvents.V1["attempt_deferred"],
        (AttemptStarted)GoldenEvents.V1["attempt_started"] with { AttemptId = "a2" },
        GoldenEvents.V1["message_sent.reply"],
        GoldenEvents.V1["status_received.delivered"],
    ]);

    /// <summary>Where it differs, the state or its folding has changed: then <see cref="SnapshotFormat.Schema"/> goes up, and there is a new file.</summary>
    [Fact]
    public void What_is_folded_of_all_that_was_ever_stored_is_what_this_schema_has_always_made_of_it()
    {
        Assert.Equal(2, SnapshotFormat.Schema);
        Assert.Equal(Encoding.UTF8.GetString(GoldenFiles.Read(Snapshots, "folded")), Encoding.UTF8.GetString(SnapshotFormat.Write(Folded)));
    }

    [Fact]
    public void A_stored_snapshot_is_read_as_it_was_meant()
    {
        var read = SnapshotFormat.Read(2, GoldenFiles.Read(Snapshots, "folded"));

        Assert.Equal(JsonSerializer.Serialize(Folded), JsonSerializer.Serialize(read));
        var open = Assert.Single(read!.Open);
        Assert.True(open is { Arrived: true, TakenAs: not null, AttemptId: "a2" } && open.NotBefore > DateTimeOffset.MinValue);
    }

    [Fact]
    public void Every_golden_file_is_looked_at() => Assert.Equal(["folded"], GoldenFiles.Names(Snapshots));

    [Fact]
    public void A_conversation_that_has_not_begun_is_read_as_such() =>
        Assert.Equal(JsonSerializer.Serialize(ConversationState.Empty), JsonSerializer.Serialize(SnapshotFormat.Read(2, SnapshotFormat.Write(ConversationState.Empty))));

    [Fact]
    public void A_snapshot_of_another_release_is_left_alone() => Assert.Null(SnapshotFormat.Read(1, GoldenFiles.Read(Snapshots, "folded")));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"aliases":{},"channels":{},"open":[],"merged":[]""")]
    [InlineData("""{"aliases":{},"channels":{},"open":null,"merged":[]}""")]
    [InlineData("""{"aliases":{},"channels":{"whatsapp":{}},"open":[],"merged":[]}""")]
    [InlineData("""{"aliases":{},"channels":{"fax":{}},"open":[],"merged":[]}""")]
    [InlineData("""{"aliases":{},"channels":{},"open":[{}],"merged":[]}""")]
    [InlineData("""{"aliases":{},"channels":{},"open":[],"merged":[],"newer":1}""")]
    public void What_is_no_snapshot_is_left_alone(string body) => Assert.Null(SnapshotFormat.Read(2, Encoding.UTF8.GetBytes(body)));
}
