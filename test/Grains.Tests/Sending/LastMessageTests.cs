using MultiLine.Domain;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Grains.Conversations;

namespace MultiLine.Grains.Tests.Sending;

public sealed class LastMessageTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly LastMessage _last = new();

    [Fact]
    public void A_message_is_known_from_its_acceptance_on_with_all_that_became_of_it()
    {
        _last.Note(3, [new SessionClosed { At = At, Channel = Channel.WhatsApp, Until = At, By = ClosedBy.Clock }, Accepted("m1")]);
        _last.Note(5, [Started("m1")]);

        var view = _last.Find("m1")!;
        Assert.Equal((5, 6, MessageStatus.Sending, "a1"), (view.ContentVersion, view.Version, view.Status, view.AttemptId));
        Assert.Null(_last.Find("m2"));
    }

    [Fact]
    public void What_is_heard_of_another_message_changes_nothing()
    {
        _last.Note(0, [Accepted("m1")]);
        var before = _last.Find("m1");

        _last.Note(1, [Started("m0")]);

        Assert.Same(before, _last.Find("m1"));
        Assert.Null(_last.Find("m0"));
    }

    [Fact]
    public void A_newer_message_takes_its_place_and_one_of_the_contact_does_not()
    {
        _last.Note(0, [Accepted("m1")]);
        _last.Note(1, [Received("m2")]);
        Assert.NotNull(_last.Find("m1"));

        _last.Note(2, [Accepted("m3")]);

        Assert.Null(_last.Find("m1"));
        Assert.NotNull(_last.Find("m3"));
    }

    [Fact]
    public void Where_somebody_else_has_written_nothing_is_known()
    {
        _last.Note(0, [Accepted("m1")]);

        _last.Forget();

        Assert.Null(_last.Find("m1"));
    }

    private static MessageAccepted Accepted(string id) => new()
    {
        At = At, MessageId = id, Channel = Channel.WhatsApp, Number = "1", Kind = OutboundKind.Text, Commitment = "c",
    };

    private static AttemptStarted Started(string id) => new()
    {
        At = At, MessageId = id, Channel = Channel.WhatsApp, Number = "1", AttemptId = "a1", Deadline = At,
    };

    private static MessageReceived Received(string id) => new()
    {
        At = At, MessageId = id, Channel = Channel.WhatsApp, Number = "1", ProviderMessageId = "wamid.1", ProviderAt = At, Kind = "text", Commitment = "c",
    };
}
