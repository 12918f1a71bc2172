using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Values;

public sealed class MessageViewTests
{
    private static readonly DateTimeOffset At = Talk.Start;
    private long _version;
    private MessageView? _view;

    public MessageViewTests() => Apply(new MessageAccepted
    {
        At = At, MessageId = "m1", Channel = Channel.WhatsApp, Number = "n1", Kind = OutboundKind.Text, Author = "anna", Commitment = "c1",
    });

    private MessageView View => _view!;

    public static TheoryData<MessageStatus, DeliveryStatus, MessageStatus> Steps => new()
    {
        { MessageStatus.Queued, DeliveryStatus.Sent, MessageStatus.Sent },
        { MessageStatus.Sending, DeliveryStatus.Read, MessageStatus.Read },
        { MessageStatus.Sent, DeliveryStatus.Played, MessageStatus.Played },
        { MessageStatus.Delivered, DeliveryStatus.Sent, MessageStatus.Delivered },
        { MessageStatus.Read, DeliveryStatus.Delivered, MessageStatus.Read },
        { MessageStatus.Played, DeliveryStatus.Read, MessageStatus.Played },
        { MessageStatus.Sending, DeliveryStatus.Failed, MessageStatus.Failed },
        { MessageStatus.Sent, DeliveryStatus.Failed, MessageStatus.Failed },
        { MessageStatus.Delivered, DeliveryStatus.Failed, MessageStatus.Delivered },
        { MessageStatus.Read, DeliveryStatus.Failed, MessageStatus.Read },
        { MessageStatus.Played, DeliveryStatus.Failed, MessageStatus.Played },
        { MessageStatus.Failed, DeliveryStatus.Sent, MessageStatus.Failed },
        { MessageStatus.Failed, DeliveryStatus.Delivered, MessageStatus.Delivered },
        { MessageStatus.OutcomeUnknown, DeliveryStatus.Sent, MessageStatus.Sent },
        { MessageStatus.OutcomeUnknown, DeliveryStatus.Failed, MessageStatus.Failed },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_status_only_moves_forward_and_what_was_delivered_has_not_failed(MessageStatus current, DeliveryStatus reported, MessageStatus next) =>
        Assert.Equal(next, current.After(reported));

    [Fact]
    public void A_message_begins_as_its_acceptance_says()
    {
        Assert.Equal(
            ("m1", false, Channel.WhatsApp, "n1", OutboundKind.Text, "anna", "c1", 1L, At, MessageStatus.Queued),
            (View.MessageId, View.Inbound, View.Channel, View.Number, View.Kind, View.Author!, View.Commitment, View.ContentVersion, View.At, View.Status));
    }

    [Fact]
    public void Of_a_message_that_was_never_accepted_nothing_is_known()
    {
        Assert.Null(MessageView.Apply(null, 1, new OutcomeUnknown { At = At, MessageId = "m1", Channel = Channel.WhatsApp, AttemptId = "a1" }));
    }

    [Fact]
    public void Each_event_moves_the_version_and_the_content_stays_where_it_is()
    {
        Start("a1");
        Sent("a1", "w1");

        Assert.Equal((3L, 1L), (View.Version, View.ContentVersion));
    }

    [Fact]
    public void Times_are_those_of_the_first_news()
    {
        Start("a1");
        Sent("a1", "w1");
        Report("w1", DeliveryStatus.Delivered, 10);
        Report("w1", DeliveryStatus.Delivered, 99);
        Report("w1", DeliveryStatus.Read, 20);
        Report("w1", DeliveryStatus.Read, 99);

        Assert.Equal((At, At.AddSeconds(10), At.AddSeconds(20)), (View.SentAt!.Value, View.DeliveredAt!.Value, View.ReadAt!.Value));
    }

    [Fact]
    public void Delivery_takes_a_failure_back()
    {
        Start("a1");
        Sent("a1", "w1");
        Report("w1", DeliveryStatus.Failed, 1, "media_rejected", 131053);
        Assert.Equal((MessageStatus.Failed, "media_rejected", 131053), (View.Status, View.FailureCode!, View.ProviderCode!.Value));
        Report("w1", DeliveryStatus.Delivered, 2);

        Assert.Equal((MessageStatus.Delivered, null, null), (View.Status, View.FailureCode, View.ProviderCode));
    }

    [Fact]
    public void A_sent_message_does_not_carry_the_code_for_which_it_was_deferred()
    {
        Start("a1");
        Apply(new AttemptDeferred { At = At, MessageId = "m1", Channel = Channel.WhatsApp, AttemptId = "a1", NotBefore = At, ProviderCode = 131056 });
        Assert.Equal((MessageStatus.Queued, 131056), (View.Status, View.ProviderCode!.Value));
        Start("a2");
        Sent("a2", "w2");

        Assert.Equal((MessageStatus.Sent, null, 2), (View.Status, View.ProviderCode, View.Attempts));
    }

    [Fact]
    public void Of_an_earlier_attempt_only_delivery_is_news()
    {
        Start("a1");
        Apply(new OutcomeUnknown { At = At, MessageId = "m1", Channel = Channel.WhatsApp, AttemptId = "a1" });
        Assert.Equal(MessageStatus.OutcomeUnknown, View.Status);
        Apply(new MessageQueued { At = At, MessageId = "m1", Channel = Channel.WhatsApp, Number = "n2", Kind = OutboundKind.Text, RetriedBy = "anna" });
        Assert.Equal((MessageStatus.Queued, "n2"), (View.Status, View.Number));
        Start("a2");
        Sent("a1", "w1");
        Report("w1", DeliveryStatus.Sent, 1);
        Report("w1", DeliveryStatus.Failed, 1);
        Assert.Equal((MessageStatus.Sending, "a2", null), (View.Status, View.AttemptId!, View.ProviderMessageId));
        Assert.Contains("w1", View.ProviderMessageIds);
        Report("w1", DeliveryStatus.Delivered, 2);

        Assert.Equal(MessageStatus.Delivered, View.Status);
        Apply(new OutcomeUnknown { At = At, MessageId = "m1", Channel = Channel.WhatsApp, AttemptId = "a2" });
        Apply(new MessageFailed { At = At, MessageId = "m1", Kind = OutboundKind.Text, Channel = Channel.WhatsApp, Code = "x", FailedAt = At });
        Assert.Equal((MessageStatus.Delivered, null), (View.Status, View.FailureCode));
    }

    [Theory]
    [InlineData(MessageStatus.Failed, true)]
    [InlineData(MessageStatus.OutcomeUnknown, true)]
    [InlineData(MessageStatus.Sending, false)]
    [InlineData(MessageStatus.Sent, false)]
    [InlineData(MessageStatus.Waiting, false)]
    public void A_person_may_try_again_what_failed_or_nobody_knows_of(MessageStatus status, bool may) => Assert.Equal(may, status.MayBeRetried());

    private void Apply(ConversationEvent e) => _view = MessageView.Apply(_view, ++_version, e);

    private void Start(string attempt) => Apply(new AttemptStarted
    {
        At = At, MessageId = "m1", Channel = Channel.WhatsApp, Number = "n1", AttemptId = attempt, Deadline = At.AddMinutes(10),
    });

    private void Sent(string attempt, string wamid) => Apply(new MessageSent
    {
        At = At, MessageId = "m1", Channel = Channel.WhatsApp, Number = "n1", AttemptId = attempt, ProviderMessageId = wamid, By = LearnedBy.Reply,
    });

    private void Report(string wamid, DeliveryStatus status, int second, string? code = null, int? providerCode = null) => Apply(new StatusReceived
    {
        At = At,
        MessageId = "m1",
        Channel = Channel.WhatsApp,
        Number = "n1",
        ProviderMessageId = wamid,
        Status = status,
        ProviderAt = At.AddSeconds(second),
        Code = code,
        ProviderCode = providerCode,
    });
}
