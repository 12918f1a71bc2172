using System.Globalization;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Archive.Words;

public sealed partial class ArchiveWords
{
    /// <summary>The label of what policy found.</summary>
    public const string Policy = "Policy";

    /// <summary>The label of what a message answers.</summary>
    public const string InReplyTo = "In reply to";

    /// <summary>What is to be said of a record beside its sentence and its text.</summary>
    public IReadOnlyList<ArchiveDetail> Details(ArchivedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return
        [
            .. OfEvent(record),
            .. record.Content.Opened is { } content ? OfContent(content) : [],
            .. record.Files.Select(File),
            .. record.Content.IsDisposed ? [new ArchiveDetail("Disposed", "The content was disposed of; its commitment proves what it was.")] : OfPolicy(record),
        ];
    }

    /// <summary>What the message of a consent event said: the request as it was shown, or the answer.</summary>
    public string? Evidence(ArchivedRecord record) => conversation.MessageOf(record) switch
    {
        null => null,
        { Content.IsDisposed: true } => "(disposed of)",
        { Content.Opened: var content } => content?.Text,
    };

    private IEnumerable<ArchiveDetail> OfEvent(ArchivedRecord record)
    {
        switch (record.Event)
        {
            case ConsentAsked asked:
                if (asked.Basis is { } basis)
                    yield return new("Basis", Basis(basis));
                if (asked.Language is { } language)
                    yield return new("Language chosen", language);
                if (conversation.MessageOf(record)?.Event is MessageAccepted { Template: { } shown })
                    yield return Template(shown);
                yield return new("Shown to the contact", Evidence(record) ?? $"message {asked.MessageId}, which is not in this export");
                break;
            case ConsentGiven given:
                foreach (var detail in Answer(record, given.RequestId))
                    yield return detail;
                break;
            case ConsentRefused refused:
                foreach (var detail in Answer(record, refused.RequestId))
                    yield return detail;
                break;
            case MessageReceived received:
                if (received.Kind != "text")
                    yield return new("Kind", received.Kind);
                break;
            case MessageEchoed echoed:
                if (echoed.Kind != "text")
                    yield return new("Kind", echoed.Kind);
                break;
            case MessageAccepted accepted:
                if (accepted.Template is { } template)
                    yield return Template(template);
                if (accepted.InPlaceOf is { } other)
                    yield return new("In place of", $"message {other}, which did not arrive");
                break;
            case MessageBlocked { Template: { } wanted }:
                yield return Template(wanted);
                break;
            case ContactMerged merged:
                foreach (var standing in merged.Standings)
                    yield return new(Name(standing.Channel), Standing(standing));
                break;
        }

        if (ArchivedConversation.QuotedId(record) is { } quoted)
        {
            var found = conversation.QuotedBy(record);
            yield return new(InReplyTo, found is null
                ? $"{quoted}, which is not in this export"
                : $"{Title(found.Event)} of {times.Moment(found.OccurredAt)}");
        }
    }

    private IEnumerable<ArchiveDetail> Answer(ArchivedRecord record, string? request)
    {
        yield return new("Answer", Evidence(record) ?? $"message {record.MessageId}");
        if (request is not null)
            yield return new("Under the request", request);
    }

    private static IEnumerable<ArchiveDetail> OfContent(MessageContent content)
    {
        for (var i = 0; i < content.Buttons.Count; i++)
        {
            var target = content.ButtonTargets?.ElementAtOrDefault(i);
            yield return new("Button", target is null ? content.Buttons[i] : $"{content.Buttons[i]} → {target}");
        }

        if (content.ButtonPayload is { } payload)
            yield return new("Payload of the button", payload);
        if (content.Parameters.Count > 0)
            yield return new("Values", string.Join(" · ", content.Parameters));
        if (content.Location is { } place)
            yield return new("Location", string.Create(CultureInfo.InvariantCulture, $"{Joined(place.Name, place.Address)} ({place.Latitude}°, {place.Longitude}°)").Trim());
        foreach (var card in content.Cards ?? [])
            yield return new("Contact card", Joined([card.Name, card.Company, .. card.Phones, .. card.Emails]));
        if (content.Order is { } order)
        {
            yield return new("Order", Joined([
                order.CatalogId is { } catalog ? $"catalogue {catalog}" : null,
                .. order.Lines.Select(line => $"{line.Quantity ?? 1} × {line.ProductId} {line.Price} {line.Currency}".TrimEnd())]));
        }

        if (content.Detail is { } detail)
            yield return new("Detail", detail);
    }

    private static ArchiveDetail File(ArchivedFile file) => new("File", Joined(
        // A name that lies about its end is a trick of its own.
        file.Name is { } name ? SafeText.Named(name) : "without a name",
        SafeText.Named(file.MediaType),
        file.Bytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes") : "not in this export",
        file.Sha256 is { } digest ? $"SHA-256 {digest}" : null));

    private static IEnumerable<ArchiveDetail> OfPolicy(ArchivedRecord record)
    {
        if (Mark(record.Event) is not { } mark)
            yield break;
        foreach (var finding in mark.Findings)
        {
            yield return new(Policy, string.Create(CultureInfo.InvariantCulture,
                $"{Word(finding.Action)} by “{finding.Name}” ({finding.Organization}/{finding.Rule}): {string.Join(", ", finding.Types)}, {finding.Hits} found"));
        }

        if (mark.Original is not null)
            yield return new(Policy, "What it said before is sealed, and is not in this export.");
    }

    /// <summary>What policy found in what this event brought.</summary>
    public static PolicyMark? Mark(ConversationEvent e) => (e as IInspectedEvent)?.Policy;

    private static ArchiveDetail Template(TemplateReference template) =>
        new("Template", Joined(template.Name, template.Language, template.Category));

    private string Standing(MergedStanding standing)
    {
        (string Label, DateTimeOffset? At)[] facts =
        [
            ("first asked", standing.FirstAskedAt), ("asked", standing.AskedAt), ("request sent", standing.SentAt),
            ("first agreed", standing.FirstGrantAt), ("last agreed", standing.LastGrantAt), ("said no", standing.NoAt),
            ("first stopped", standing.FirstStopAt), ("last stopped", standing.LastStopAt), ("wrote first", standing.ImpliedAt),
            ("session until", standing.SessionUntil), ("reached", standing.ReachedAt), ("not reached", standing.MissedAt),
            ("marketing preference", standing.MarketingAt), ("marketing held back", standing.MarketingHeldBackAt),
        ];
        (string Label, string? Value)[] words =
        [
            ("first request", standing.FirstAskedBy), ("request", standing.AskedBy), ("asked in", standing.AskedIn),
            ("asked twice", standing.Repeated ? "yes" : null), ("informed", standing.Informed ? "yes" : null),
            ("marketing stopped", standing.MarketingStopped ? "yes" : null),
        ];
        return Joined([
            .. facts.Where(fact => fact.At is not null).Select(fact => $"{fact.Label} {times.Moment(fact.At!.Value)}"),
            .. words.Where(fact => fact.Value is not null).Select(fact => $"{fact.Label} {fact.Value}")]);
    }

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
