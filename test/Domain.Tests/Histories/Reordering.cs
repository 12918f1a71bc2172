using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
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

    private static void AssertSameEnd(Post post) => Assert.Equal(Ending(post, post.InOrder), Ending(post, post.AsDelivered));

    private static string Ending(Post post, IEnumerable<int> order)
    {
        var story = new Story(new Talk(new ConversationRules { FirstMessageIsConsent = post.FirstMessageIsConsent }) { Claims = post.Claims });
        var talk = story.Talk;
        if (post.Asked)
        {
            talk.Ask();
            talk.DispatchAll();
        }

        var attempts = Attempts(talk);
        var start = Talk.ToProvider(talk.Now);
        List<object> webhooks = [.. post.Letters.Select(letter => letter.Webhook(story, start, attempts))];

        // All are late, so that none comes before its own time.
        talk.Advance(TimeSpan.FromHours(20));
        foreach (var index in order)
        {
            story.Deliver(webhooks[index]);
            talk.Advance(TimeSpan.FromSeconds(20));
        }

        var channel = talk.WhatsApp;
        return Canonical.Json(new
        {
            channel.Consent,
            channel.Session.Until,
            channel.Reachability,
            talk.State.Aliases.Phone,
            talk.State.Aliases.Bsuid,
            talk.State.Open,
            Messages = talk.Messages.Values.Where(message => !message.Inbound)
                .Select(message => new { message.MessageId, message.Status, message.DeliveredAt, message.ReadAt, message.FailureCode, message.ProviderCode }),
        });
    }

    /// <summary>Three messages that the provider has: one it said so of, one it has not answered, one that was given up.</summary>
    private static Attempt[] Attempts(Talk talk)
    {
        talk.Advance(TimeSpan.FromMinutes(-30));
        talk.Receive(talk.Inbound("Yes", Talk.Start.AddDays(-1).AddHours(4), reacts: false));
        talk.Send("given up");
        var givenUp = talk.Dispatch()!;
        talk.Advance(TimeSpan.FromMinutes(15));
        talk.Resolve(givenUp.MessageId);
        talk.Send("answered");
        var answered = talk.Dispatch()!;
        talk.Reply(answered);
        talk.Send("not answered");
        var unanswered = talk.Dispatch()!;
        talk.Advance(TimeSpan.FromMinutes(15));
        return [answered, unanswered, givenUp];
    }

    private static Arbitrary<Post> Mail(bool claims) => Arb.From(
        from first in Gen.Elements(true, false)
        from asked in Gen.Elements(true, false)
        from letters in Gen.Sized(size => Letters.ArrayOf(Math.Min(size, 12)))
        let distinct = letters.DistinctBy(letter => letter.Key).ToArray()
        from again in Gen.Elements(Enumerable.Range(0, Math.Max(distinct.Length, 1)).ToArray()).ListOf()
        from order in Gen.Shuffle([.. Enumerable.Range(0, distinct.Length), .. again.Where(index => index < distinct.Length)])
        select new Post(first, asked, claims, distinct, order),
        Fewer);

    private static Gen<Letter> Letters => Gen.OneOf(
        Gen.Choose(0, 40).SelectMany(_ => Gen.Elements(Enum.GetValues<Said>()), Letter (at, what) => new Letter.Said(at, what)),
        from at in Gen.Choose(0, 40)
        from attempt in Gen.Choose(0, 2)
        from status in Gen.Elements(Enum.GetValues<DeliveryStatus>())
        select (Letter)new Letter.Status(at, attempt, status));

    private static IEnumerable<Post> Fewer(Post post) => Enumerable.Range(0, post.Letters.Count).Select(without => post with
    {
        Letters = [.. post.Letters.Where((_, index) => index != without)],
        AsDelivered = [.. post.AsDelivered.Where(index => index != without).Select(index => index > without ? index - 1 : index)],
    });

    private sealed record Post(bool FirstMessageIsConsent, bool Asked, bool Claims, IReadOnlyList<Letter> Letters, IReadOnlyList<int> AsDelivered)
    {
        public IEnumerable<int> InOrder => Enumerable.Range(0, Letters.Count).OrderBy(index => Letters[index].Minute);

        public override string ToString() =>
            $"first is consent: {FirstMessageIsConsent}, asked: {Asked}, claims: {Claims}\n  {string.Join("\n  ", Letters)}\n  delivered as {string.Join(", ", AsDelivered)}";
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
