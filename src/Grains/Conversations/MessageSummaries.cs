using MultiLine.Domain;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Status;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>Messages as the API shows them.</summary>
internal static class MessageSummaries
{
    public static async Task<IReadOnlyList<MessageSummary>> SummariesAsync(
        this ConversationJournal journal, ConversationKey key, IReadOnlyList<MessageView> views)
    {
        var contents = await journal.ReadContentsAsync(key, [.. views.SelectMany(Versions)]);
        return [.. views.Select(view => view.Summary(contents))];
    }

    /// <summary>The events whose content the message shows.</summary>
    public static IEnumerable<long> Versions(this MessageView view)
    {
        if (view.Revocation is null)
        {
            yield return view.Edit?.Version ?? view.ContentVersion;
        }

        if (view.Reaction is { Removed: false } reaction)
        {
            yield return reaction.Version;
        }

        foreach (var file in new[] { view.Call?.RecordingVersion, view.Call?.TranscriptVersion }.OfType<long>())
        {
            yield return file;
        }
    }

    /// <summary>What the message says now; null where it was deleted or disposed of.</summary>
    public static MessageContent? Content(this MessageView view, IReadOnlyDictionary<long, MessageContent> contents) =>
        view.Revocation is null ? contents.GetValueOrDefault(view.Edit?.Version ?? view.ContentVersion) : null;

    private static MediaPart? File(long? version, IReadOnlyDictionary<long, MessageContent> contents) =>
        version is { } at ? contents.GetValueOrDefault(at)?.Media.Part() : null;

    /// <param name="view">The message.</param>
    /// <param name="contents">By version, as far as there are any; see <see cref="Versions"/>.</param>
    public static MessageSummary Summary(this MessageView view, IReadOnlyDictionary<long, MessageContent> contents)
    {
        var content = view.Content(contents);
        return new MessageSummary
        {
            MessageId = view.MessageId,
            Place = view.ContentVersion,
            Direction = view.Inbound ? "in" : "out",
            Channel = view.Channel.Name(),
            Kind = view.ProviderKind ?? Words.Of(view.Kind),
            Status = view.Inbound ? "received" : Words.Of(view.Status),
            Author = view.Author,
            Text = content?.Text,
            Buttons = content?.Buttons ?? [],
            ButtonId = content?.ButtonPayload,
            TemplateName = view.Template?.Name,
            TemplateLanguage = view.Template?.Language,
            At = view.At,
            ProviderAt = view.ProviderAt,
            SentAt = view.SentAt,
            DeliveredAt = view.DeliveredAt,
            ReadAt = view.ReadAt,
            Failure = view.Status == MessageStatus.Failed ? Words.Of(FailureWords.For(view.FailureCode ?? RefusalCodes.ProviderRefused)) : null,
            ProviderCode = view.ProviderCode,
            ProviderMessageId = view.ProviderMessageId,
            InReplyTo = view.InReplyTo,
            Attempts = view.Attempts,
            Parts = content?.Parts(),
            Reaction = view.Reaction is { Removed: false } reaction ? contents.GetValueOrDefault(reaction.Version)?.Text : null,
            EditedAt = view.Edit?.At,
            RevokedAt = view.Revocation?.At,
            Call = view.Call is { } call
                ? new CallPart(call.Happened, call.Result, call.Seconds, call.EndedAt)
                {
                    Recording = File(call.RecordingVersion, contents),
                    Transcript = File(call.TranscriptVersion, contents),
                }
                : null,
            SentFromApp = view.Echoed,
            Historic = view.Historic,
            InPlaceOf = view.InPlaceOf,
            ReplacedBy = view.ReplacedBy,
            NoLongerKept = content is null && view.Revocation is null,
            Policy = (view.Edit is { } edit ? edit.Policy : view.Policy) is { } mark ? Part(mark) : null,
        };
    }

    private static PolicyPart Part(PolicyMark mark)
    {
        List<PolicyFinding> strictest = [.. mark.Findings.Where(finding => finding.Action == mark.Action)];
        return new PolicyPart(
            Words.Of(mark.Action),
            [.. strictest.Select(finding => finding.Name).Distinct(StringComparer.Ordinal)],
            [.. strictest.SelectMany(finding => finding.Types).Distinct(StringComparer.Ordinal)]);
    }
}
