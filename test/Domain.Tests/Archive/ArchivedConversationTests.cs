using MultiLine.Domain.Archive;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Tests.Archive;

public sealed class ArchivedConversationTests
{
    private static readonly ArchivedConversation Talk = Sample.Conversation;

    private static ArchivedMessage Message(string id, ArchivedConversation? talk = null) =>
        (talk ?? Talk).Items.OfType<ArchivedMessage>().Single(message => message.View.MessageId == id);

    [Fact]
    public void Every_record_has_one_place()
    {
        var placed = Talk.Items.SelectMany(item => item is ArchivedMessage message ? message.Records : [item.Record]);

        Assert.Equal(Talk.Records, placed.OrderBy(record => record.Version));
    }

    [Fact]
    public void The_order_in_which_records_come_does_not_matter() =>
        Assert.Equal(Talk.Records, ArchivedConversation.Of(Sample.Parties, Talk.Records.Reverse()).Records);

    [Fact]
    public void A_version_that_is_there_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => ArchivedConversation.Of(Sample.Parties, [Talk.Records[0], Talk.Records[0]]));

    [Fact]
    public void Edits_follow_the_providers_time_and_each_says_what_it_replaced()
    {
        var first = Sample.Record<MessageEdited>();
        // Came later, and was written before the one that is known.
        var late = first with
        {
            Version = 1000,
            Event = (MessageEdited)first.Event with { ProviderAt = first.OccurredAt.AddMinutes(-1) },
            Content = Sample.Says(new() { Text = "Thanks, please buy 50 shares" }),
        };
        var talk = ArchivedConversation.Of(Sample.Parties, [.. Talk.Records, late]);

        Assert.Equal(
            [("Thanks, please buy 100 shares", "Thanks, please buy 50 shares"), ("Thanks, please buy 50 shares", "Thanks, please buy 10 shares")],
            Message("m5", talk).Edits.Select(edit => (edit.Previous!, edit.New!)));
        Assert.Equal("Thanks, please buy 100 shares", talk.TextBefore(first));
        Assert.Equal("Thanks, please buy 100 shares", talk.TextBefore(late));
    }

    [Fact]
    public void What_happened_to_a_message_that_is_not_in_the_export_stands_for_itself()
    {
        var talk = ArchivedConversation.Of(Sample.Parties, Talk.Records.Where(record => record.Event is MessageEdited or StatusReceived));

        Assert.All(talk.Items, item => Assert.IsType<ArchivedNote>(item));
        Assert.Equal(talk.Records, talk.Items.Select(item => item.Record));
    }

    [Fact]
    public void A_reply_knows_what_it_answers()
    {
        Assert.Equal("m3", Message("m5").Quoted!.MessageId);
        Assert.Equal("m1", Message("m2").Quoted!.MessageId);
        Assert.Null(Message("m4").Quoted);
    }

    [Fact]
    public void Of_a_file_that_is_not_kept_the_content_says_what_it_was()
    {
        var file = Assert.Single(Message("m15").Record.Files);

        Assert.Equal((null, "audio/ogg", null), (file.Name, file.MediaType, file.Bytes));
        Assert.Equal("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", file.Sha256);
    }
}
