using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Status;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>
/// The plain reading of what happened up to some turn, kept apart from the code under test: all that was said is put in the order of
/// its times and read from the beginning, each time anew.
/// </summary>
internal sealed class Book(IEnumerable<Turn> turns, bool firstMessageIsConsent)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Turn[] _turns = [.. turns];

    /// <summary>In the same second a request comes before its answer, and a refusal after an agreement.</summary>
    private enum Fact
    {
        Asked,
        Yes,
        No,
        Refusal,
        Something,
    }

    public ConsentStatus Consent
    {
        get
        {
            DateTimeOffset? agreed = null;
            DateTimeOffset? said = null;
            var no = false;
            var status = ConsentStatus.NotAsked;
            foreach (var (at, fact) in Facts().OrderBy(fact => fact.At).ThenBy(fact => fact.Fact))
            {
                switch (fact)
                {
                    case Fact.Asked:
                        status = status == ConsentStatus.NotAsked ? ConsentStatus.Asked : status;
                        break;
                    case Fact.Yes:
                        (agreed, said, status) = (agreed ?? at, said ?? at, ConsentStatus.Granted);
                        break;
                    // Of several NOs the first counts.
                    case Fact.No when no || said < at:
                        break;
                    case Fact.No or Fact.Refusal:
                        no |= fact == Fact.No;
                        status = agreed < at ? ConsentStatus.Withdrawn : status == ConsentStatus.Withdrawn ? status : ConsentStatus.Declined;
                        break;
                    case Fact.Something when firstMessageIsConsent && status == ConsentStatus.NotAsked:
                        (agreed, status) = (at, ConsentStatus.Granted);
                        break;
                }
            }

            return status;
        }
    }

    /// <summary>A message that is dated after it came opens it from when it came.</summary>
    public bool SessionIsOpen(DateTimeOffset now) => _turns.Any(turn =>
        turn.Command is ReceiveMessage { OpensSession: true } message && now < message.ProviderAt + Day && now < turn.Now + Day);

    public bool IsNotReachable(DateTimeOffset now)
    {
        List<(DateTimeOffset At, bool Reached)> evidence = [];
        foreach (var turn in _turns)
        {
            switch (turn.Command)
            {
                case ReceiveMessage message:
                    evidence.Add((message.ProviderAt, true));
                    break;
                case RecordStatus { Status: DeliveryStatus.Delivered or DeliveryStatus.Read or DeliveryStatus.Played } status:
                    evidence.Add((status.ProviderAt, true));
                    break;
                case RecordStatus { Code: RefusalCodes.NotOnWhatsApp } status:
                    evidence.Add((status.ProviderAt, false));
                    break;
                case RecordOutcome { Outcome: AttemptOutcome.Refused { Code: RefusalCodes.NotOnWhatsApp } } when turn.Of<MessageFailed>().Any():
                    evidence.Add((turn.Now, false));
                    break;
            }
        }

        // The clocks may differ by two minutes, and in doubt the contact is there.
        var missed = evidence.Where(known => !known.Reached).Select(known => known.At).DefaultIfEmpty().Max();
        return missed != default && now < missed + TimeSpan.FromDays(30)
            && !evidence.Any(known => known.Reached && known.At >= missed.AddMinutes(-2));
    }

    private List<(DateTimeOffset At, Fact Fact)> Facts()
    {
        List<(DateTimeOffset At, Fact Fact)> facts = [];
        List<ConsentAsked> requests = [];
        foreach (var turn in _turns)
        {
            if (turn.Command is ReceiveMessage { OpensSession: true } message)
            {
                var asked = requests.Any(request => HeardFrom(request) <= message.ProviderAt);
                if (Read(message, asked) is { } fact)
                {
                    facts.Add((message.ProviderAt, fact));
                }
            }

            foreach (var e in turn.Decision.Events)
            {
                switch (e)
                {
                    case ConsentAsked asked:
                        requests.Add(asked);
                        break;

                    // A request that could not be delivered was none, unless it only repeated another.
                    case MessageFailed failed when requests.Count == 1 && requests[0].MessageId == failed.MessageId:
                        requests.Clear();
                        break;
                }
            }
        }

        facts.AddRange(requests.Select(request => (HeardFrom(request), Fact.Asked)));
        return facts;
    }

    /// <summary>The provider's clock may be two minutes behind.</summary>
    private static DateTimeOffset HeardFrom(ConsentAsked request) => request.At.AddMinutes(-2);

    /// <summary>A NO that answers nothing, small talk after a question, and the buttons of other messages mean nothing.</summary>
    private static Fact? Read(ReceiveMessage message, bool asked) => (message.Text, message.ButtonPayload) switch
    {
        (_, { } payload) when payload.StartsWith("optin", StringComparison.Ordinal) =>
            payload.Contains("yes", StringComparison.Ordinal) ? Fact.Yes : Fact.Refusal,
        ("Unsubscribe", _) => Fact.Refusal,
        (_, not null) => null,
        ("Yes", _) => Fact.Yes,
        ("No.", _) => asked ? Fact.No : null,
        ("STOP", _) => Fact.Refusal,
        _ => asked ? null : Fact.Something,
    };
}
