using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Storage.Log;
using MultiLine.Storage.Sqlite;
using MultiLine.Storage.Tests.Contracts;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Sqlite;

/// <summary>What is answered without the file, and what is not.</summary>
public sealed class RecentRowsTests
{
    private static readonly string Received = EventFormat.ThreadTypes.Single(type => type == "message_received");

    private readonly RecentRows _recent = new(capacity: 2);

    [Fact]
    public void Rows_of_several_steps_are_found_from_any_version_to_any()
    {
        _recent.Add(Step(Anna, 4, count: 2));
        _recent.Add(Step(Anna, 6, count: 3));

        Assert.Equal([5, 6, 7, 8, 9], Find(4, 9));
        Assert.Equal([6, 7], Find(5, 7));
        Assert.Equal([9], Find(8, 9));
    }

    [Fact]
    public void Nothing_is_found_where_a_row_may_be_missing_in_front_or_behind()
    {
        _recent.Add(Step(Anna, 4, count: 2));

        Assert.Null(Find(3, 6));
        Assert.Null(Find(4, 7));
        Assert.Null(_recent.Find(new LogRange(Bert, 0, 1)));
    }

    [Fact]
    public void What_another_process_has_written_in_between_is_not_passed_over()
    {
        _recent.Add(Step(Anna, 0, count: 2));
        _recent.Add(Step(Anna, 3));

        Assert.Null(Find(0, 4));
        Assert.Equal([4], Find(3, 4));
    }

    [Fact]
    public void Steps_that_are_told_of_in_the_wrong_order_leave_no_gap()
    {
        _recent.Add(Step(Anna, 1));
        _recent.Add(Step(Anna, 0));

        Assert.Null(Find(0, 2));
        Assert.Equal([2], Find(1, 2));
    }

    [Fact]
    public void The_oldest_steps_make_way_whole()
    {
        _recent.Add(Step(Anna, 0, count: 3));
        _recent.Add(Step(Bert, 0, count: 2));
        _recent.Add(Step(Anna, 3, count: 2));

        Assert.Null(Find(2, 5));
        Assert.Equal([4, 5], Find(3, 5));
        Assert.Equal(2, _recent.Find(new LogRange(Bert, 0, 2))!.Count);
    }

    [Fact]
    public void A_conversation_has_no_more_rows_than_are_quickly_looked_through_and_the_others_keep_theirs()
    {
        var recent = new RecentRows(capacity: 2_100);
        recent.Add(Step(Bert, 0));
        for (var version = 0; version < 2_000; version++)
        {
            recent.Add(Step(Anna, version));
        }

        Assert.Null(recent.Find(new LogRange(Anna, 1_000, 2_000)));
        Assert.Equal(100, recent.Find(new LogRange(Anna, 1_900, 2_000))!.Count);
        Assert.NotNull(recent.Find(new LogRange(Bert, 0, 1)));
    }

    [Fact]
    public void A_message_is_found_where_its_first_event_is_and_the_log_is_known_far_enough()
    {
        _recent.Add(Step(Anna, 7) with { Events = [Row(8, "old", "status_received"), Row(9, "m1", Received), Row(10, "m1", "status_received"), Row(11, "m2", Received)] });

        Assert.Equal([9, 10], Messages(through: 11, "m1"));
        Assert.Equal([9, 10, 11], Messages(through: 9, "m2", "m1"));
        Assert.Null(Messages(through: 12, "m1"));
        Assert.Null(Messages(through: 11, "m1", "old"));
    }

    [Fact]
    public void A_claim_is_known_as_long_as_its_step()
    {
        _recent.Add(Step(Anna, 4, count: 2) with { Claims = [new Claim("sent", "wamid.1", 5)] });
        _recent.Add(Step(Bert, 0));

        Assert.Equal(new ClaimHolder("sent", "wamid.1", Anna, 5), _recent.FindClaim("sent", "wamid.1"));
        Assert.Null(_recent.FindClaim("received", "wamid.1"));

        _recent.Add(Step(Bert, 1));

        Assert.Null(_recent.FindClaim("sent", "wamid.1"));
    }

    [Fact]
    public async Task What_is_answered_without_the_file_is_what_the_file_says()
    {
        await using var storage = new SqliteUnderTest();
        var at = Noon.AddTicks(1_234_567).ToOffset(TimeSpan.FromHours(2));
        var step = Step(Anna, 0) with { Events = [Row(1, "m1", Received) with { RecordedAt = at, ProviderAt = at.AddTicks(3) }, Row(2, null, "consent_given")], Claims = [new Claim("received", "wamid.1", 1)] };
        await storage.Services.GetRequiredService<IConversationLog>().MustAppendAsync(step);
        var without = (await storage.Services.GetRequiredService<IConversationLog>().ReadAsync([new LogRange(Anna, 0, 2)], 10))[Anna];
        var message = await storage.Services.GetRequiredService<IConversationLog>().ReadMessagesAsync(Anna, ["m1"], through: 2);
        var holder = await storage.Services.GetRequiredService<IConversationLog>().FindClaimAsync("received", "wamid.1");

        await storage.ReopenAsync();

        var read = (await storage.Services.GetRequiredService<IConversationLog>().ReadAsync([new LogRange(Anna, 0, 2)], 10))[Anna];
        Assert.NotSame(step.Events[0].Body, read[0].Body);
        Assert.Equal(read.Select(Whole), without.Select(Whole));
        Assert.Equal(read.Take(1).Select(Whole), message.Select(Whole));
        Assert.Equal(await storage.Services.GetRequiredService<IConversationLog>().FindClaimAsync("received", "wamid.1"), holder);
        Assert.Equal(new ClaimHolder("received", "wamid.1", Anna, 1), holder);
    }

    private static LogRow Row(long version, string? message, string type) => Event(version, message) with { Type = type };

    private static object Whole(LogRow row) =>
        (row.Version, row.Type, row.Schema, row.MessageId, row.RecordedAt.Ticks, row.RecordedAt.Offset, row.ProviderAt?.Ticks, Convert.ToHexString(row.Body));

    private IEnumerable<long>? Find(long after, long through) =>
        _recent.Find(new LogRange(Anna, after, through))?.Select(row => row.Version);

    private IEnumerable<long>? Messages(long through, params string[] messages) =>
        _recent.FindMessages(Anna, messages, through)?.Select(row => row.Version);
}
