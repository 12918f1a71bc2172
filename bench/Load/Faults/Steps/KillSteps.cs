using MultiLine.Load.Running;

namespace MultiLine.Load.Faults.Steps;

/// <summary>Every place at which a crash meets something else: before a step, inside of its transaction, and after it.</summary>
internal static class KillSteps
{
    private const string Append = "IConversationLog.AppendAsync";

    /// <summary>Sessions end while the product runs.</summary>
    private static readonly Dictionary<string, string> ShortSessions = new(StringComparer.Ordinal) { ["Conversation__SessionWindow"] = "00:00:03" };

    /// <summary>A session is still open when the product has started again, and the message that opens it is taken only then.</summary>
    private static readonly Dictionary<string, string> SessionsAcrossAStart = new(StringComparer.Ordinal) { ["Conversation__SessionWindow"] = "00:00:30" };

    /// <summary>An attempt is still open when the product has started again.</summary>
    private static readonly Dictionary<string, string> LongAttempts = new(StringComparer.Ordinal) { ["Conversation__OutcomeTimeout"] = "00:00:20" };

    public static IReadOnlyList<KillStep> All { get; } =
    [
        .. Inbound, .. Outbound, .. Sessions, .. Followers,
    ];

    private static IEnumerable<KillStep> Inbound =>
    [
        new("inbound 1|2: signature checked | attributed", "before INumberGrain.GetOwner", world => new Arrival(world)),
        new("inbound 2|3: attributed | decided", "before IConversationGrain.Receive {0}", world => new Arrival(world)),
        new("inbound 3: inside the append, before its commit", $"within {Append} {{0}} message_received", world => new Arrival(world)) { IsShort = true },
        new("inbound 3: committed, not answered", $"after {Append} {{0}} message_received", world => new Arrival(world)) { IsShort = true },
        new("inbound 3|5: of three in one webhook, one is appended", $"after {Append} message_received", world => new Arrival(world, messages: 3)),
        new("inbound 3|5: of three in one webhook, two are appended", $"after {Append} message_received", world => new Arrival(world, messages: 3)) { Count = 2 },
        new("inbound 4: belongs to nobody | kept raw", "before IRawInbox.AddAsync", world => new Stray(world)),
        new("inbound 4: kept raw, not answered", "after IRawInbox.AddAsync", world => new Stray(world)),
        new("inbound 5: all stored, not answered", "after IWebhookGrain.Take", world => new Arrival(world, messages: 3)),
        new("inbound 5|6: acknowledged | published", $"before {ProductServers.Publishes}", world => new Arrival(world)) { Holds = true, IsShort = true },
        new("inbound 6|7: published | applied by followers", "before ILedger.AppendAsync {0}", world => new Arrival(world)) { Holds = true },
    ];

    private static IEnumerable<KillStep> Outbound =>
    [
        new("outbound 1: inside the append, before its commit", $"within {Append} {{0}} message_accepted", world => new Reply(world)),
        new("outbound 1: committed, not answered", $"after {Append} {{0}} message_accepted", world => new Reply(world)),
        new("outbound 1|2: accepted | handed to a dispatcher", "before IDispatcherGrain.Dispatch", world => new Reply(world)),
        new("outbound 1|2: with a dispatcher | attempt", "before IConversationGrain.StartAttempt {0}", world => new Reply(world)),
        new("outbound 2: inside the append, before its commit", $"within {Append} {{0}} attempt_started", world => new Reply(world)),
        new("outbound 2|3: attempt appended | order given", $"after {Append} {{0}} attempt_started", world => new Reply(world) { IsCalled = false }),
        new("outbound 2|3: order given | provider called", "before Http.POST messages", world => new Reply(world) { IsCalled = false }) { IsShort = true },
        new("outbound 3: the provider has it, no reply yet", "before IConversationGrain.Report {0}", world => new Reply(world))
        {
            Holds = true, ProviderFault = "EarlyStatus",
        },
        new("outbound 3|4: reply received | outcome", "after Http.POST messages", world => new Reply(world)) { IsShort = true },
        new("outbound 4: a status before the reply", $"after {Append} {{0}} status_received", world => new Reply(world)) { ProviderFault = "EarlyStatus" },
        new("outbound 4: inside the append, before its commit", $"within {Append} {{0}} message_sent", world => new Reply(world)),
        new("outbound 4: committed, queue row gone, permit not returned", $"after {Append} {{0}} message_sent", world => new Reply(world)),
        new("outbound 5: an open attempt waits, and waits again", "before Http.POST messages", world => new Reply(world) { IsCalled = false })
        {
            Settings = LongAttempts, AndAgainAt = KillStep.WhenTheStorySaysSo,
        },
        new("outbound 6: in the queue at the restart, and at the next", "before IConversationGrain.StartAttempt {0}", world => new Reply(world))
        {
            AndAgainAt = "before IConversationGrain.StartAttempt {0}",
        },
    ];

    private static IEnumerable<KillStep> Sessions =>
    [
        new("session: reminder registered | opening appended", $"before {Append} session_opened", world => new Session(world))
        {
            Settings = SessionsAcrossAStart,
        },
        new("session: tick | closing appended", $"before {Append} session_closed", world => new Session(world)) { Settings = ShortSessions },
        new("session: closing appended | reminder gone", "before IReminderTable.RemoveRow session-end:whatsapp", world => new Session(world))
        {
            Settings = ShortSessions,
        },
    ];

    private static IEnumerable<KillStep> Followers =>
    [
        new("archive: recorded | mark cleared", "before IFollowerMarks.ClearAsync archive/bench/0 {0}", world => new Arrival(world)) { IsShort = true },
        new("media: file written | row", "before IMediaStore.KeepAsync", world => new KeptFile(world)) { KeepsFilesAtOnce = true },
    ];
}
