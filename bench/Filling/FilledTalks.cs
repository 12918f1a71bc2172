using System.Diagnostics;
using System.Globalization;
using MultiLine.Domain;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Ledger;
using MultiLine.Storage.Media;
using MultiLine.Storage.Search;
using MultiLine.Storage.Surveillance;

namespace MultiLine.Filling;

/// <summary>
/// Talks as they stand after months: contacts with their aliases, logs with snapshots, reminders of the ends of sessions, and everybody who follows
/// the logs up to the last event, but for the search. What contacts write is decided by the rules; one message in five is the firm's, with all that becomes of it. The last message
/// of each talk was written just now. Of long talks the last snapshot is as far behind as it can be.
/// </summary>
internal sealed class FilledTalks(ProductInProcess product, Plan plan, DateTimeOffset now)
{
    private const int LongestText = 12;
    private const int EventsBetweenFollowers = 20_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Ago = TimeSpan.FromDays(1000);

    private readonly ConversationJournal _journal = product.Service<ConversationJournal>();
    private readonly MadeWords _words = new();
    private readonly Random _random = new(1);
    private readonly LoadedConversation[] _talks =
        [.. Enumerable.Range(0, plan.Talks + plan.LongTalks).Select(i => new LoadedConversation(new(plan.Organization, plan.Line, Contact(i)), 0, ConversationState.Empty))];

    private int _notFollowed;

    private string Shard => GrainKeys.ArchiveShard(plan.Organization, 0);

    public async Task WriteAsync()
    {
        var clock = Stopwatch.StartNew();
        for (var first = 0; first < plan.Talks; first += Plan.TalksAtOnce)
        {
            await WriteShortAsync(Enumerable.Range(first, Math.Min(Plan.TalksAtOnce, plan.Talks - first)).ToList());
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Math.Min(first + Plan.TalksAtOnce, plan.Talks)} of {plan.Talks} talks after {clock.Elapsed.TotalSeconds:0} s"));
        }

        await WriteLongAsync(Enumerable.Range(plan.Talks, plan.LongTalks).ToList());
    }

    /// <summary>In turn, as talks go on beside each other.</summary>
    private async Task WriteShortAsync(List<int> talks)
    {
        await Task.WhenAll(talks.Select(MeetAsync));
        for (var turn = 0; turn < plan.Messages; turn++)
        {
            var at = now - (plan.Messages - turn) * Pause;
            await Task.WhenAll(talks.Select(talk => WriteAsync(talk, Message(talk, at))));
        }

        await Task.WhenAll(talks.Select(RemindAsync));
        await FollowAsync();
    }

    private async Task WriteLongAsync(List<int> talks)
    {
        await Task.WhenAll(talks.Select(MeetAsync));
        for (var at = now - Ago; talks.Exists(talk => _talks[talk].Version < plan.Events); at += Pause)
        {
            await Task.WhenAll(talks.Where(talk => _talks[talk].Version < plan.Events).Select(talk => WriteAsync(talk, Message(talk, at))));
            if (_notFollowed > EventsBetweenFollowers)
            {
                await FollowAsync();
            }
        }

        for (var at = now; at == now || talks.Exists(HasShortTail); at += TimeSpan.FromSeconds(1))
        {
            // The short talks go on between them, so that no two of the long ones have an event in one page of the disk.
            var others = new Queue<int>(Enumerable.Range(0, plan.Talks));
            await Task.WhenAll(talks.Where(talk => at == now || HasShortTail(talk)).SelectMany(talk => Enumerable.Range(0, plan.Talks / plan.LongTalks)
                .Select(_ => others.Dequeue()).Prepend(talk)).Select(talk => WriteAsync(talk, Received(talk, at))));
        }

        await Task.WhenAll(talks.Select(RemindAsync));
        await FollowAsync();
    }

    /// <summary>Another message, of two events, would not bring a snapshot yet.</summary>
    private bool HasShortTail(int talk) => _talks[talk].Version - _talks[talk].SnapshotAt < ConversationJournal.EventsToSnapshot - 2;

    private async Task MeetAsync(int talk)
    {
        var phone = Phone(talk);
        await product.Service<IAliasStore>().ClaimAsync(plan.Organization, [Aliases.PhoneKey(phone)], Contact(talk));
        await product.Service<IContactStore>().SaveAsync(
            plan.Organization, new ContactRow(Contact(talk), 1, $"Contact {phone}", phone, null) { PhoneAt = now - Ago }, expectedVersion: 0);
    }

    private Task RemindAsync(int talk)
    {
        var until = _talks[talk].State[Channel.WhatsApp].Session.Until!.Value;
        return product.Service<IReminderTable>().UpsertRow(new ReminderEntry
        {
            GrainId = GrainId.Create("conversation", _talks[talk].Key.ToString()),
            ReminderName = $"session-end:{Channel.WhatsApp.Name()}",
            StartAt = until.UtcDateTime,
            Period = TimeSpan.FromMinutes(1),
        });
    }

    private async Task WriteAsync(int talk, JournalEntry entry)
    {
        var written = await _journal.WriteAsync(_talks[talk], entry) is JournalResult.Written done
            ? done.Conversation
            : throw new InvalidOperationException($"{_talks[talk].Key} could not be written.");
        if (written.IsSnapshotDue)
        {
            await _journal.KeepSnapshotAsync(written);
            written = written with { SnapshotAt = written.Version };
        }

        _talks[talk] = written;
        Interlocked.Add(ref _notFollowed, entry.Events.Count);
    }

    /// <summary>The contact begins, and writes four of five.</summary>
    private JournalEntry Message(int talk, DateTimeOffset at) => _talks[talk].Version > 0 && _random.Next(5) == 0 ? Sent(at) : Received(talk, at);

    private JournalEntry Received(int talk, DateTimeOffset at)
    {
        var content = MadeMessages.Content(_words.Message(_random, LongestText));
        var command = new ReceiveMessage
        {
            MessageId = MadeMessages.Id(),
            Channel = Channel.WhatsApp,
            Number = plan.Number,
            ProviderMessageId = MadeMessages.ProviderId(),
            ProviderAt = at,
            Kind = "text",
            Commitment = content.Commitment,
            Sender = new Aliases(Phone(talk), null),
        };
        var decision = Conversation.Decide(_talks[talk].State, command, ConversationRules.Default with { FirstMessageIsConsent = true }, at);
        return new JournalEntry(decision.Events) { Contents = [content] };
    }

    private JournalEntry Sent(DateTimeOffset at)
    {
        var content = MadeMessages.Content(_words.Message(_random, LongestText));
        var sent = MadeMessages.Sent(MadeMessages.Id(), plan.Number, plan.Person, content.Commitment, at);
        var last = (MessageSent)sent[^1];
        return new JournalEntry(
        [
            .. sent,
            .. new[] { DeliveryStatus.Sent, DeliveryStatus.Delivered, DeliveryStatus.Read }.Select(status => new StatusReceived
            {
                At = at,
                MessageId = last.MessageId,
                Channel = last.Channel,
                Number = last.Number,
                ProviderMessageId = last.ProviderMessageId,
                Status = status,
                ProviderAt = at,
            }),
        ])
        {
            Contents = [content],
        };
    }

    private async Task FollowAsync()
    {
        _notFollowed = 0;
        await Task.WhenAll(
            product.Grains.GetGrain<IArchiveGrain>(Shard).CatchUp(),
            product.Grains.GetGrain<IInboxGrain>(GrainKeys.Line(plan.Organization, plan.Line)).CatchUp());
        var head = (await product.Service<ILedger>().HeadAsync(Shard)).Sequence;
        await PassOverAsync(product.Service<ISearchIndex>().PlaceAsync, after => product.Service<ISearchIndex>().AddAsync(Shard, after, head, []), head);
        await PassOverAsync(product.Service<IReviewQueue>().PlaceAsync, after => product.Service<IReviewQueue>().AddAsync(Shard, after, head, new()), head);
        await PassOverAsync(product.Service<IMediaStore>().PlaceAsync, after => product.Service<IMediaStore>().WantAsync(Shard, after, head, [], now), head);
    }

    /// <summary>Those who follow the ledger take nothing in of it: there are no files in it and nothing to review, and an index of it would take longest of all.</summary>
    private async Task PassOverAsync(Func<string, CancellationToken, Task<long>> placeOf, Func<long, Task<bool>> move, long head)
    {
        while (await placeOf(Shard, CancellationToken.None) is var place && place < head)
        {
            // Where the follower itself was faster, it is asked again where it stands.
            await move(place);
        }
    }

    private static string Contact(int talk) => string.Create(CultureInfo.InvariantCulture, $"k{talk}");

    private static string Phone(int talk) => string.Create(CultureInfo.InvariantCulture, $"+{12025000000L + talk}");
}
