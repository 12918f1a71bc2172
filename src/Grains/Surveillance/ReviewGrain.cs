using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Surveillance;
using MultiLine.Grains.Archive.Search;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Surveillance;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Search;
using MultiLine.Storage.Surveillance;
using Orleans.Concurrency;

namespace MultiLine.Grains.Surveillance;

/// <summary>Shows the queue. A decision is an act of the organisation; the queue follows it as it follows the messages.</summary>
[GrainType("review"), StatelessWorker]
public sealed class ReviewGrain(IReviewQueue queue, ArchivedMessages messages, AuditJournal audit, ArchiveShards shards, TimeProvider time)
    : Grain, IReviewGrain
{
    private string Organization => this.GetPrimaryKeyString();

    public async Task<ReviewPage> GetMessages(ReviewQuery query)
    {
        var behind = await GrainFactory.CatchUpSurveillance(Organization, shards);
        var found = await queue.ListAsync(new QueueQuery(Organization, Value<ReviewState>(query.State))
        {
            Cause = query.Cause is { } cause ? Value<ReviewCause>(cause) : null,
            Line = query.Line,
            Author = query.Author,
            Before = query.Before ?? long.MaxValue,
            Limit = query.Limit,
        });
        List<ReviewItem> items = [];
        foreach (var queued in found)
        {
            var message = await messages.Show(new FoundMessage(queued.Place, queued.Conversation, queued.Version, queued.RecordedAt, null))
                ?? throw new InvalidDataException($"Event {queued.Version} of {queued.Conversation} is to be reviewed, and no message.");
            items.Add(new ReviewItem(Words.Of(queued.Cause), message, await Decisions(queued.Place)));
        }

        var counts = await queue.CountAsync(Organization);
        return new ReviewPage(
            items,
            found.Count == query.Limit ? found[^1].Place : null,
            counts[ReviewState.Open],
            counts[ReviewState.Escalated],
            counts[ReviewState.Closed],
            behind);
    }

    public async Task<Refused?> Decide(ReviewDecision decision)
    {
        await GrainFactory.CatchUpSurveillance(Organization, shards);
        var reviewed = await queue.FindAsync(Organization, decision.Places.ToList());
        if (reviewed.Count < decision.Places.Count)
        {
            return new Refused(RefusalCodes.NotFound, "One of these messages is not in the review queue.");
        }

        if (reviewed.Any(message => message.Author == decision.Person))
        {
            return new Refused(RefusalCodes.OwnMessage, "You wrote one of these messages yourself. Somebody else has to review it.");
        }

        var note = AuditJournal.Reason(decision.Note);
        await audit.RecordAsync(
            Organization,
            new MessagesReviewed
            {
                At = time.GetUtcNow(),
                Person = decision.Person,
                Outcome = Value<ReviewOutcome>(decision.Outcome),
                Messages = [.. reviewed.Select(message => new ReviewedMessage(message.Conversation.ToString(), message.Version))],
                Commitment = note.Commitment,
            },
            note);
        await GrainFactory.CatchUpSurveillance(Organization, shards);
        return null;
    }

    private async Task<List<RecordedDecision>> Decisions(long place)
    {
        List<RecordedDecision> decisions = [];
        foreach (var decision in await queue.DecisionsAsync(place))
        {
            var note = await audit.ReadAsync(Organization, decision.Act + 1, 1) is [var act] && act.Version == decision.Act ? act.Reason : null;
            decisions.Add(new RecordedDecision(Words.Of(decision.Outcome), decision.Person, decision.At, string.IsNullOrEmpty(note) ? null : note));
        }

        return decisions;
    }

    private static T Value<T>(string word) where T : struct, Enum =>
        Words.Read<T>(word) ?? throw new ArgumentException($"{typeof(T).Name} has no value {word}.", nameof(word));
}
