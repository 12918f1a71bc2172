using MultiLine.Domain;
using MultiLine.Domain.Audit;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Storage.Audit;

namespace MultiLine.Grains.Conversations;

/// <summary>What messages said before policy changed them.</summary>
public sealed partial class ConversationGrain
{
    public async Task<OriginalResult> OpenOriginal(OriginalRequest request)
    {
        var events = await journal.ReadMessageAsync(Key, request.MessageId);
        List<OriginalPart> originals = [];
        foreach (var (version, e) in events.Where(e => e.Event is IInspectedEvent { Policy.Original: not null }))
        {
            if (await journal.ReadOriginalAsync(Key, version) is { } original)
            {
                originals.Add(Part(version, e.At, original));
            }
        }

        if (originals is [])
        {
            return new OriginalResult([], Words.Of(NoOriginal));
        }

        // Nobody is shown anything before it is recorded that it is shown.
        var reason = AuditJournal.Reason(request.Reason);
        var opened = new OriginalOpened
        {
            At = time.GetUtcNow(),
            Person = request.Person,
            Conversation = Key.ToString(),
            MessageId = request.MessageId,
            Commitment = reason.Commitment,
        };
        await audit.RecordAsync(Key.Organization, opened, reason);
        return new OriginalResult(originals, null);
    }

    private static OriginalPart Part(long version, DateTimeOffset at, MessageContent content) => new()
    {
        Place = version,
        At = at,
        Text = content.Text,
        Buttons = content.Buttons,
        Parameters = content.Parameters,
        Parts = content.Parts(),
    };

    private static Refusal NoOriginal { get; } = new(
        RefusalCodes.NotFound, "Policy has changed no message of this id, or what it said before has been disposed of.");
}
