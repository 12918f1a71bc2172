using MultiLine.Domain;
using MultiLine.Domain.Search;
using MultiLine.Grains.Interfaces.Surveillance;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;
using MultiLine.Storage.Surveillance;
using Orleans.Concurrency;

namespace MultiLine.Grains.Surveillance;

/// <summary>Shows a person's notices, each with what the event says of the message.</summary>
[GrainType("notices"), StatelessWorker]
public sealed class NoticesGrain(INotices notices, IConversationLog log, ArchiveShards shards) : Grain, INoticesGrain
{
    private string Organization => this.GetPrimaryKeyString().Split('/')[0];

    private string Person => this.GetPrimaryKeyString().Split('/')[1];

    public async Task<NoticePage> GetNotices(long? before, int limit)
    {
        await GrainFactory.CatchUpSurveillance(Organization, shards);
        var found = await notices.ListAsync(Organization, Person, before ?? long.MaxValue, limit);
        List<NoticeItem> items = [];
        foreach (var notice in found)
        {
            items.Add(await Show(notice));
        }

        return new NoticePage(items, found.Count == limit ? found[^1].Id : null, await notices.UnseenAsync(Organization, Person));
    }

    public Task See(long through) => notices.SeeAsync(Organization, Person, through);

    private async Task<NoticeItem> Show(Notice notice)
    {
        var row = (await log.ReadAsync(notice.Conversation, notice.Version - 1, 1))[0];
        var message = SearchableEvent.Of(ConversationJournal.Read(row))!;
        var finding = message.Policy!.Findings.First(finding => finding.Organization == Organization && finding.Rule == notice.Rule);
        return new NoticeItem
        {
            Id = notice.Id,
            Rule = finding.Name,
            Action = Words.Of(finding.Action),
            Organization = notice.Conversation.Organization,
            Line = notice.Conversation.Line,
            Contact = notice.Conversation.Contact,
            Channel = message.Channel.Name(),
            Inbound = message.Inbound,
            Author = message.Author,
            At = row.RecordedAt,
            Seen = notice.Seen,
        };
    }
}
