using MultiLine.Domain.Audit;
using MultiLine.Domain.Media;
using MultiLine.Domain.Retention;
using MultiLine.Domain.Surveillance;

namespace MultiLine.Domain.Tests.Golden;

/// <summary>What the golden files of people's acts say, by file name. A file is never changed: a new form of an act gets a new file.</summary>
internal static class GoldenActs
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, 700, TimeSpan.Zero);
    private const string Commitment = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static IReadOnlyDictionary<string, AuditEvent> V1 { get; } = new Dictionary<string, AuditEvent>(StringComparer.Ordinal)
    {
        ["original_opened"] = new OriginalOpened
        {
            At = At, Person = "cora", Conversation = "acme/sales/k1", MessageId = "m1", Commitment = Commitment,
        },
        ["policy_changed"] = new PolicyChanged { At = At, Person = "ada", Version = 3, Sha256 = Commitment },
        ["recording_changed"] = new RecordingChanged { At = At, Person = "ada", Rule = RecordingRule.On(5) },
        ["recording_changed.off"] = new RecordingChanged { At = At, Person = "ada", Line = "sales", Rule = RecordingRule.Off(30) },
        ["recording_changed.as_organization"] = new RecordingChanged { At = At, Person = "ada", Line = "sales" },
        ["hold_placed"] = new HoldPlaced
        {
            At = At, Person = "cora", HoldId = "h1", Name = "Inquiry 7", Scope = new HoldScope(), Commitment = Commitment,
        },
        ["hold_placed.scope"] = new HoldPlaced
        {
            At = At,
            Person = "cora",
            HoldId = "h2",
            Name = "Inquiry 8",
            Scope = new HoldScope { Line = "sales", Contact = "k1", Person = "anna", PersonLines = ["sales", "desk"], From = At.AddDays(-30), Until = At },
            Commitment = Commitment,
        },
        ["hold_lifted"] = new HoldLifted { At = At, Person = "cora", HoldId = "h1", Commitment = Commitment },
        ["content_disposed"] = new ContentDisposed
        {
            At = At,
            Person = AuditEvent.BySystem,
            Run = "r1",
            Conversation = "acme/sales/k1",
            Rule = "inbox_30_days",
            Versions = [new VersionRange(1, 4), new VersionRange(7, 7)],
            Count = 5,
        },
        ["export_made"] = new ExportMade
        {
            At = At, Person = "cora", Export = "e1", Format = "jsonl", Head = 7, Line = "sales", Contact = "k1", From = At.AddDays(-30), Until = At, WithContent = true,
            Zone = "Europe/Berlin", Commitment = Commitment,
        },
        ["archive_searched"] = new ArchiveSearched
        {
            At = At, Person = "cora", Line = "sales", Contact = "k1", Author = "anna", Channel = "whatsapp", Inbound = true, Action = "redact", Rule = "cards",
            Found = "CREDIT_CARD", From = At.AddDays(-30), Until = At, Commitment = Commitment,
        },
        ["messages_reviewed"] = new MessagesReviewed
        {
            At = At,
            Person = "cora",
            Outcome = ReviewOutcome.NoIssue,
            Messages = [new ReviewedMessage("acme/sales/k1", 4), new ReviewedMessage("acme/sales/k2", 1)],
            Commitment = Commitment,
        },
        ["medium_missed"] = new MediumMissed
        {
            At = At, Person = AuditEvent.BySystem, Conversation = "acme/sales/k1", Version = 4, Reason = MediumFailure.TooLarge,
        },
        ["raw_items_disposed"] = new RawItemsDisposed { At = At, Person = "otto", Run = "r1", Items = [new VersionRange(3, 5)], Count = 3 },
    };
}
