using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>The same webhooks, each at least once, in another order and some of them again.</summary>
public sealed class Reordering
{
    [Fact]
    public void Webhooks_in_any_order_lead_to_the_same_end() => Property.Holds(Mail(claims: true), AssertSameEnd);

    [Fact]
    public void Webhooks_in_any_order_lead_to_the_same_end_even_where_duplicates_are_not_recognised() =>
        Property.Holds(Mail(claims: false), AssertSameEnd);

    [Fact]
    public void The_webhooks_lead_to_every_end_there_is()
    {
        var seen = new Tally();
        Property.Holds(Mail(claims: true), post =>
        {
            var talk = Play(post, post.AsDelivered).Talk;
            seen.Count($"consent {talk.WhatsApp.Consent.Status}");
            seen.Count("declined by the word NO", talk.WhatsApp.Consent is { NoAt: not null, Status: ConsentStatus.Declined });
            seen.Count("consent by a first message", talk.WhatsApp.Consent is { ImpliedAt: not null, Status: ConsentStatus.Granted });
            seen.Count("arrived by the first attempt and failed by the second", talk.Messages.Values.Any(message =>
                message is { Attempts: 2, Status: > MessageStatus.Sent and < MessageStatus.Failed } && talk.Log.Any(stored =>
                    stored.Read() is StatusReceived { Status: DeliveryStatus.Failed } failed && failed.ProviderMessageId == message.ProviderMessageId)));
        });

        seen.AssertEach(
            20,
            [
                .. Enum.GetValues<ConsentStatus>().Select(status => $"consent {status}"),
                "declined by the word NO", "consent by a first message", "arrived by the first attempt and failed by the second",
            ]);
    }

    private static void AssertSameEnd(Post post) => Assert.Equal(Ending(post, post.InOrder), Ending(post, post.AsDelivered));

    private static Story Play(Post post, IEnumerable<int> order)
    {
        var story = new Story(new Talk(new ConversationRules { FirstMessageIsConsent = post.FirstMessageIsConsent }) { Claims = post.Claims });
        var talk = story.Talk;
        if (post.Asked)
        {
            talk.Ask();
            talk.DispatchAll();
        }

        var attempts = post.Sends ? Attempts(talk) : [];
        var start = Talk.ToProvider(talk.Now);
        List<object> webhooks = [.. post.Letters.Select(letter => letter.Webhook(story, start, attempts))];

        // Late, none comes before its own time; else the provider's clock is ahead of ours, for some by more than half an hour.
        talk.Advance(post.Late ? TimeSpan.FromHours(20) : TimeSpan.Zero);
        foreach (var index in order)
        {
            story.Deliver(webhooks[index]);
            talk.Advance(TimeSpan.FromSeconds(20));
        }

        return story;
    }

    private static string Ending(Post post, IEnumerable<int> order)
    {
        var talk = Play(post, order).Talk;
        var channel = talk.WhatsApp;
        return Canonical.Json(new
        {
            channel.Consent,

            // What is dated after it came opens the session from when it came.
            Until = post.Late ? channel.Session.Until : null,
            channel.Reachability,
            talk.State.Aliases.Phone,
            talk.State.Aliases.Bsuid,
            talk.State.Open,
            Messages = talk.Messages.Values.Where(message => !message.Inbound)
                .Select(message => new { message.MessageId, message.Status, message.DeliveredAt, message.ReadAt, message.FailureCode, message.ProviderCode }),
        });
    }

    /// <summary>
    /// Four messages that the provider has: one it said so of, one it has not answered, one that was given up, and one that was given up and
    /// sent again.
    /// </summary>
    private static Attempt[] Attempts(Talk talk)
    {
        talk.Advance(TimeSpan.FromMinutes(-30));
        talk.Receive(talk.Inbound("Yes", Talk.Start.AddDays(-1).AddHours(4), reacts: false));
        var retried = GiveUp(talk, "retried");
        talk.Retry(retried.MessageId);
        var again = talk.Dispatch()!;
        talk.Reply(again);
        var givenUp = GiveUp(talk, "given up");
        talk.Send("answered");
        var answered = talk.Dispatch()!;
        talk.Reply(answered);
        talk.Send("not answered");
        var unanswered = talk.Dispatch()!;
        talk.Advance(TimeSpan.FromMinutes(10));
        return [answered, unanswered, givenUp, retried, again];
    }

    private static Attempt GiveUp(Talk talk, string text)
    {
        talk.Send(text);
        var attempt = talk.Dispatch()!;
        talk.Advance(TimeSpan.FromMinutes(10));
        talk.Resolve(attempt.MessageId);
        return attempt;
    }

    private static Arbitrary<Post> Mail(bool claims) => Arb.From(
        from first in Gen.Elements(true, false)
        from asked in Gen.Elements(true, false)
        from late in Gen.Elements(true, false)
        from sends in Gen.Elements(true, false)
        from count in Gen.Sized(size => Gen.Choose(0, Math.Min(size, 12)))
        from letters in (sends ? Letters : Sayings).ArrayOf(count)
        let distinct = letters.DistinctBy(letter => letter.Key).ToArray()
        from again in Gen.Elements(Enumerable.Range(0, Math.Max(distinct.Length, 1)).ToArray()).ListOf()
        from order in Gen.Shuffle([.. Enumerable.Range(0, distinct.Length), .. again.Where(index => index < distinct.Length)])
        select new Post(first, asked, late, sends, claims, distinct, order),
        Fewer);

    private static Gen<Letter> Sayings =>
        from at in Gen.Choose(0, 40)
        from what in Gen.Frequency((1, Gen.Constant(Said.Something)), (4, Gen.Elements(Enum.GetValues<Said>())))
        select (Letter)new Letter.Said(at, what);

    private static Gen<Letter> Letters => Gen.OneOf(
        Sayings,
        from at in Gen.Choose(0, 40)
        from attempt in Gen.Choose(0, 4)
        from status in Gen.Elements(Enum.GetValues<DeliveryStatus>())
        select (Letter)new Letter.Status(at, attempt, status));

    private static IEnumerable<Post> Fewer(Post post) => Enumerable.Range(0, post.Letters.Count).Select(without => post with
    {
        Letters = [.. post.Letters.Where((_, index) => index != without)],
        AsDelivered = [.. post.AsDelivered.Where(index => index != without).Select(index => index > without ? index - 1 : index)],
    });

    private sealed record Post(
        bool FirstMessageIsConsent, bool Asked, bool Late, bool Sends, bool Claims, IReadOnlyList<Letter> Letters, IReadOnlyList<int> AsDelivered)
    {
        public IEnumerable<int> InOrder => Enumerable.Range(0, Letters.Count).OrderBy(index => Letters[index].Minute);

        public override string ToString() =>
            $"first is consent: {FirstMessageIsConsent}, asked: {Asked}, late: {Late}, sends: {Sends}, claims: {Claims}\n  {string.Join("\n  ", Letters)}\n  delivered as {string.Join(", ", AsDelivered)}";
    }

    /// <param name="Minute">After the request; so few that some fall together.</param>
    private abstract record Letter(int Minute)
    {
        /// <summary>The provider reports each status of a message once, at one time.</summary>
        public abstract object Key { get; }

        public abstract object Webhook(Story story, DateTimeOffset start, Attempt[] attempts);

        public sealed record Said(int Minute, Histories.Said What) : Letter(Minute)
        {
            public override object Key { get; } = new();

            public override object Webhook(Story story, DateTimeOffset start, Attempt[] attempts) =>
                story.Hear(What, 0, reacts: false) with { ProviderAt = start.AddMinutes(Minute), Sender = Sender };

            /// <summary>The contact changes its number twice, and is given a BSUID in between.</summary>
            private Aliases Sender => Minute switch
            {
                < 10 => new Aliases("+4915112345678", null),
                < 20 => new Aliases("+4915100000002", null),
                < 30 => new Aliases("+4915100000002", "DE.1"),
                _ => new Aliases("+4915100000001", "DE.1"),
            };
        }

        public sealed record Status(int Minute, int Attempt, DeliveryStatus What) : Letter(Minute)
        {
            public override object Key => (Attempt, What);

            public override object Webhook(Story story, DateTimeOffset start, Attempt[] attempts)
            {
                var failed = What == DeliveryStatus.Failed;
                return new StatusWebhook(
                    attempts[Attempt],
                    What,
                    start.AddMinutes(Minute),
                    failed ? RefusalCodes.NotOnWhatsApp : null,
                    failed ? 131026 : null,
                    Callback: true);
            }
        }
    }
}
