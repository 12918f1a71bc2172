using MultiLine.Domain;
using MultiLine.Storage.Log;
using MultiLine.Storage.Outbound;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class OutboundQueueContract : StorageContract
{
    private const string Number = "acme/whatsapp/100";

    /// <summary>When the first step of a conversation was recorded.</summary>
    private static readonly DateTimeOffset Taken = Noon.AddSeconds(1);

    private IConversationLog Log => Port<IConversationLog>();

    private IOutboundQueue Queue => Port<IOutboundQueue>();

    [Fact]
    public async Task Only_the_first_waiting_message_of_each_conversation_is_given_out_oldest_first()
    {
        await Log.MustAppendAsync(Step(Bert, 0) with { Enqueue = [At("b1"), At("b2")] });
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1")] });
        await Log.MustAppendAsync(Step(Bert, 1) with { Enqueue = [At("b3")] });

        Assert.Equal(["b1", "a1"], await DueAsync());

        await Log.MustAppendAsync(Step(Bert, 2) with { Dequeue = ["b1"] });
        Assert.Equal(["a1", "b2"], (await DueAsync()).Order());
        await Log.MustAppendAsync(Step(Bert, 3) with { Dequeue = ["b2"] });
        Assert.Contains("b3", await DueAsync());
    }

    [Fact]
    public async Task A_message_that_is_put_off_keeps_its_place_and_holds_back_those_behind_it()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1"), At("a2")] });
        await Log.MustAppendAsync(Step(Bert, 0) with { Enqueue = [At("b1")] });

        await Log.MustAppendAsync(Step(Anna, 1) with { Enqueue = [At("a1", minutes: 5)] });

        Assert.Equal(["b1"], await DueAsync());
        Assert.Equal(["a1", "b1"], await DueAsync(minutes: 5));
    }

    [Fact]
    public async Task The_time_of_the_next_message_that_is_not_due_is_known()
    {
        Assert.Null(await Queue.NextDueAsync(Number, Noon));
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1", minutes: 9), At("a2")] });
        await Log.MustAppendAsync(Step(Bert, 0) with { Enqueue = [At("b1", minutes: 3)] });

        Assert.Equal(Noon.AddMinutes(3), await Queue.NextDueAsync(Number, Noon));
        Assert.Equal(Noon.AddMinutes(9), await Queue.NextDueAsync(Number, Noon.AddMinutes(3)));
        Assert.Null(await Queue.NextDueAsync(Number, Noon.AddMinutes(9)));
    }

    [Fact]
    public async Task Numbers_do_not_see_each_other_and_their_depths_are_counted()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1"), At("a2", minutes: -1), new QueueEntry("acme/sms/200", "a3", Noon)] });

        Assert.Equal(["a1"], await DueAsync());
        Assert.Equal(["a3"], (await Queue.ReadDueHeadsAsync("acme/sms/200", Noon, 0, 10)).Select(message => message.MessageId));
        Assert.Equal([new QueueDepth("acme/sms/200", 1, Noon, 0, Taken), new QueueDepth(Number, 2, Noon.AddMinutes(-1), 0, Taken)], await Queue.DepthsAsync());
    }

    [Fact]
    public async Task A_message_moves_to_another_number_in_one_step()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1")] });

        await Log.MustAppendAsync(Step(Anna, 1) with { Dequeue = ["a1"], Enqueue = [new QueueEntry("acme/sms/200", "a1", Noon)] });

        Assert.Equal([new QueueDepth("acme/sms/200", 1, Noon, 0, Noon.AddSeconds(2))], await Queue.DepthsAsync());
    }

    [Fact]
    public async Task How_long_a_message_is_in_the_queue_is_known_however_often_it_is_put_off()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1")] });
        await Log.MustAppendAsync(Step(Anna, 1) with { Enqueue = [At("a1", minutes: 5)] });
        await Log.MustAppendAsync(Step(Bert, 0, count: 3) with { Enqueue = [At("b1")] });

        Assert.Equal([new QueueDepth(Number, 2, Noon, 0, Taken)], await Queue.DepthsAsync());
    }

    [Fact]
    public async Task Messages_with_an_open_attempt_are_counted_apart_and_have_no_age()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1"), At("a2")] });
        await Log.MustAppendAsync(Step(Anna, 1) with { Enqueue = [At("a1", minutes: 5) with { Attempting = true }] });
        Assert.Equal([new QueueDepth(Number, 2, Noon, 1, Taken)], await Queue.DepthsAsync());

        await Log.MustAppendAsync(Step(Anna, 2) with { Dequeue = ["a2"] });
        Assert.Equal([new QueueDepth(Number, 1, Noon.AddMinutes(5), 1, null)], await Queue.DepthsAsync());
    }

    [Fact]
    public async Task The_limit_counts_conversations_and_the_next_page_begins_behind_them()
    {
        for (var i = 0; i < 5; i++)
            await Log.MustAppendAsync(Step(Anna with { Contact = $"c{i}" }, 0) with { Enqueue = [At($"m{i}"), At($"later{i}")] });

        var first = await Queue.ReadDueHeadsAsync(Number, Noon, 0, 3);
        Assert.Equal(["m0", "m1", "m2"], first.Select(message => message.MessageId));
        Assert.Equal(["m3", "m4"], (await Queue.ReadDueHeadsAsync(Number, Noon, first[^1].Place, 3)).Select(message => message.MessageId));
    }

    [Fact]
    public async Task A_stretch_of_the_queue_tells_its_heads_whether_due_or_not_and_where_it_ends()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1"), At("a2"), new QueueEntry("acme/sms/200", "a3", Noon)] });
        await Log.MustAppendAsync(Step(Bert, 0) with { Enqueue = [At("b1", minutes: 5), At("b2")] });

        var first = await Queue.ReadStretchAsync(Number, 0, 3);
        Assert.Equal(["a1", "b1"], Ids(first.Heads));
        Assert.False(first.IsLast);
        Assert.Equal(Noon.AddMinutes(5), first.Heads[1].NotBefore);
        Assert.Equal(first.Heads[1].Place, first.End);

        var rest = await Queue.ReadStretchAsync(Number, first.End, 3);
        Assert.Empty(rest.Heads);
        Assert.True(rest.IsLast);
        Assert.True(rest.End > first.End);
        Assert.Equal(rest.End, (await Queue.ReadStretchAsync(Number, rest.End, 3)).End);
    }

    [Fact]
    public async Task A_message_that_comes_later_stands_behind_all_that_were_ever_there()
    {
        await Log.MustAppendAsync(Step(Anna, 0, count: 2) with { Enqueue = [At("a1"), At("a2")] });
        var end = (await Queue.ReadStretchAsync(Number, 0, 10)).End;
        await Log.MustAppendAsync(Step(Anna, 2) with { Dequeue = ["a1", "a2"], Enqueue = [At("a3")] });
        Assert.Equal(["a3"], Ids((await Queue.ReadStretchAsync(Number, end, 10)).Heads));

        end = (await Queue.ReadStretchAsync(Number, 0, 10)).End;
        await Log.MustAppendAsync(Step(Anna, 3) with { Dequeue = ["a3"] });
        await Storage.ReopenAsync();
        await Log.MustAppendAsync(Step(Anna, 4) with { Enqueue = [At("a1")] });
        await Log.MustAppendAsync(Step(Bert, 0) with { Enqueue = [At("b1")] });

        Assert.Equal(["a1", "b1"], Ids((await Queue.ReadStretchAsync(Number, end, 10)).Heads));
        Assert.Equal(["a1", "b1"], await DueAsync());
    }

    [Fact]
    public async Task A_message_that_is_put_off_has_the_place_that_it_had()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1")] });
        var before = await Queue.ReadStretchAsync(Number, 0, 10);

        await Log.MustAppendAsync(Step(Anna, 1) with { Enqueue = [At("a1", minutes: 5)] });

        Assert.Equal(before.End, (await Queue.ReadStretchAsync(Number, 0, 10)).End);
    }

    [Fact]
    public async Task The_heads_of_some_conversations_are_told_whether_due_or_not_oldest_first()
    {
        await Log.MustAppendAsync(Step(Bert, 0) with { Enqueue = [At("b1", minutes: 5), At("b2")] });
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [new QueueEntry("acme/sms/200", "a0", Noon), At("a2"), At("a1")] });
        await Log.MustAppendAsync(Step(Cora, 0) with { Enqueue = [At("c1")] });

        var heads = await Queue.ReadHeadsAsync(Number, [Anna, Bert, Anna with { Contact = "nobody" }]);

        Assert.Equal(["b1", "a2"], Ids(heads));
        Assert.Equal((Number, Bert, Noon.AddMinutes(5)), (heads[0].Number, heads[0].Conversation, heads[0].NotBefore));
        Assert.Equal(heads, (await Queue.ReadStretchAsync(Number, 0, 10)).Heads.Take(2));
        Assert.Empty(await Queue.ReadHeadsAsync(Number, []));
    }

    [Fact]
    public async Task The_order_survives_closing_and_opening()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with { Enqueue = [At("a1"), At("a2")] });
        await Storage.ReopenAsync();
        await Log.MustAppendAsync(Step(Anna, 1) with { Enqueue = [At("a3")], Dequeue = ["a1"] });

        Assert.Equal(["a2"], await DueAsync());
    }

    [Fact]
    public async Task Attempts_whose_outcome_is_overdue_are_found_apart_from_what_waits_and_no_longer_once_they_are_put_off()
    {
        await Log.MustAppendAsync(Step(Anna, 0) with
        {
            Enqueue = [At("a1") with { Attempting = true }, At("a2"), At("a3", minutes: 1) with { Attempting = true }],
        });

        Assert.Equal(["a1"], await OverdueAsync());
        await Log.MustAppendAsync(Step(Anna, 1) with { Enqueue = [At("a1")] });
        Assert.Empty(await OverdueAsync());
    }

    [Fact]
    public async Task What_waits_by_a_clock_that_was_set_back_becomes_due_and_keeps_its_place()
    {
        await Log.MustAppendAsync(Put(Anna, "a1", minutes: 5));
        await Log.MustAppendAsync(Put(Bert, "b1", minutes: 60) with { Enqueue = [At("b1", minutes: 60) with { Attempting = true }] });
        await Log.MustAppendAsync(Put(Cora, "c1", minutes: 1));

        await Queue.EndWaitsAsync(Number, Noon.AddMinutes(-4));
        Assert.Equal(["c1"], await DueAsync(minutes: -4));
        await Queue.EndWaitsAsync("acme/sms/200", Noon.AddMinutes(-30));
        await Queue.EndWaitsAsync(Number, Noon.AddMinutes(-30));
        Assert.Equal(["a1", "c1"], await DueAsync(minutes: -30));
        await Queue.EndWaitsAsync(Number, Noon.AddDays(-1));
        Assert.Equal(["a1", "b1", "c1"], (await Queue.ReadDueHeadsAsync(Number, Noon.AddDays(-1), 0, 100)).Select(message => message.MessageId));
        Assert.Equal(1, (await Queue.DepthsAsync())[0].Attempting);
    }

    /// <summary>A message whose event says that it waits from noon on.</summary>
    private static AppendRequest Put(ConversationKey conversation, string message, int minutes) =>
        Step(conversation, 0) with { Events = [Event(1, message) with { RecordedAt = Noon }], Enqueue = [At(message, minutes)] };

    private async Task<IEnumerable<string>> OverdueAsync() =>
        (await Queue.ReadOverdueAttemptsAsync(Number, Noon, 10)).Select(message => message.MessageId);

    private static List<string> Ids(IEnumerable<QueuedMessage> messages) => [.. messages.Select(message => message.MessageId)];

    private static QueueEntry At(string message, int minutes = 0) => new(Number, message, Noon.AddMinutes(minutes));

    private async Task<IEnumerable<string>> DueAsync(int minutes = 0) =>
        (await Queue.ReadDueHeadsAsync(Number, Noon.AddMinutes(minutes), 0, 100)).Select(message => message.MessageId);
}
