using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>Whatever happens in whatever order: consent, session and reachability.</summary>
public sealed class ConsentHistories
{
    [Fact]
    public void Consent_is_what_was_said_read_in_the_order_of_the_providers_times() => AfterEachTurn((turn, book) =>
        Assert.Equal(book.Consent, turn.After[Channel.WhatsApp].Consent.Status));

    [Fact]
    public void The_session_is_open_for_24_hours_from_the_contacts_newest_message() => AfterEachTurn((turn, book) =>
        Assert.Equal(book.SessionIsOpen(turn.Now), turn.After[Channel.WhatsApp].Session.IsOpen(turn.Now)));

    [Fact]
    public void The_contact_is_not_reachable_for_30_days_after_the_newest_word_that_it_is_not() => AfterEachTurn((turn, book) =>
        Assert.Equal(book.IsNotReachable(turn.Now), turn.After[Channel.WhatsApp].Reachability.IsNotReachable(turn.Now, TimeSpan.FromDays(30))));

    [Fact]
    public void A_contact_who_refused_is_never_asked_again() => AfterEachTurn((turn, book) =>
    {
        if (book.Consent.IsRefused())
        {
            Assert.Empty(turn.Of<ConsentAsked>());
            Assert.DoesNotContain(turn.Of<MessageAccepted>(), accepted => accepted.Kind == OutboundKind.OptInRequest);
        }
    });

    [Fact]
    public void A_request_is_repeated_at_most_once() => Property.Holds(History.Any, history =>
    {
        var repeated = true;
        foreach (var asked in Events<ConsentAsked>(history))
        {
            Assert.False(repeated && asked.Repeat);
            repeated = asked.Repeat;
        }
    });

    [Fact]
    public void Nobody_asks_again_while_a_request_is_on_its_way_or_within_24_hours_after_it_went_out() => Property.Holds(History.Any, history =>
    {
        ConsentAsked? last = null;
        DateTimeOffset? sent = null;
        HashSet<string> underWay = new(StringComparer.Ordinal);
        foreach (var e in Story.Play(history).Talk.Log.Select(stored => stored.Read()))
        {
            switch (e)
            {
                case ConsentAsked asked:
                    Assert.False(asked.Author is not null && underWay.Count > 0, $"{asked} comes before {string.Join(", ", underWay)} went out");
                    Assert.False(asked.Author is not null && asked.At < (sent ?? last?.At) + TimeSpan.FromHours(24), $"{last} is followed by {asked}");
                    (last, sent) = (asked, null);
                    underWay.Add(asked.MessageId);
                    break;
                case MessageSent or OutcomeUnknown:
                    var messageId = ((IMessageEvent)e).MessageId;
                    sent ??= messageId == last?.MessageId ? e.At : null;
                    underWay.Remove(messageId);
                    break;
                case MessageFailed failed:
                    underWay.Remove(failed.MessageId);
                    if (failed.MessageId == last?.MessageId)
                    {
                        (last, sent) = (null, null);
                    }

                    break;
            }
        }
    });

    [Fact]
    public void The_end_of_a_session_is_recorded_once_and_not_before_it() => Property.Holds(History.Any, history =>
    {
        HashSet<DateTimeOffset> ends = [];
        foreach (var closed in Events<SessionClosed>(history))
        {
            Assert.True(ends.Add(closed.Until));
            Assert.True(closed.Until <= closed.At);
        }
    });

    private static IEnumerable<T> Events<T>(History history) => Story.Play(history).Talk.Log.Select(stored => stored.Read()).OfType<T>();

    private static void AfterEachTurn(Action<Turn, Book> check) => Property.Holds(History.Any, history =>
    {
        var turns = Story.Play(history).Talk.Turns;
        foreach (var turn in turns)
        {
            check(turn, new Book(turns.Take(turn.Index + 1), history.FirstMessageIsConsent));
        }
    });
}
