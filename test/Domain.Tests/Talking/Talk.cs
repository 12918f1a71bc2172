using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;

namespace MultiLine.Domain.Tests.Talking;

/// <summary>
/// One conversation in memory, as the grain and the log keep it: a command is decided, its events are written as JSON, read back and
/// applied; each message has its view. Nothing is asserted here.
/// </summary>
internal sealed partial class Talk(ConversationRules? rules = null)
{
    public const string Number = "106540352242922";
    public const string User = "anna";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, 700, TimeSpan.Zero);

    private readonly List<StoredEvent> _log = [];
    private readonly List<Turn> _turns = [];
    private readonly Dictionary<string, MessageView> _messages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);
    private int _ids;

    public ConversationRules Rules { get; } = rules ?? ConversationRules.Default;

    public DateTimeOffset Now { get; private set; } = Start;

    public ConversationState State { get; private set; } = ConversationState.Empty;

    public ChannelState WhatsApp => State[Channel.WhatsApp];

    public IReadOnlyList<StoredEvent> Log => _log;

    public IReadOnlyList<Turn> Turns => _turns;

    public IReadOnlyDictionary<string, MessageView> Messages => _messages;

    /// <summary>The number that the line has on WhatsApp; null while it is switched off.</summary>
    public string? Enabled { get; set; } = Number;

    /// <summary>Duplicates are recognised, as the log does by its claims.</summary>
    public bool Claims { get; init; } = true;

    public Aliases Known { get; set; } = new("+4915112345678", null);

    public void Advance(TimeSpan by) => Now += by;

    public string NewId(string prefix) => $"{prefix}{++_ids}";

    public Decision Decide(ConversationCommand command, params string[] claims)
    {
        if (Claims && claims.Any(_claims.Contains))
        {
            return Decision.Nothing;
        }

        var before = State;
        var decision = Conversation.Decide(State, command, Rules, Now);
        foreach (var e in decision.Events)
        {
            Append(e);
        }

        _claims.UnionWith(claims);
        _turns.Add(new Turn(_turns.Count, Now, command, decision, before, State, [.. _messages.Values]));
        return decision;
    }

    /// <summary>Appends without deciding: what an earlier release, or another rule, may have written.</summary>
    public void Append(ConversationEvent e)
    {
        var body = EventFormat.Write(e);
        var stored = EventFormat.Read(EventFormat.Schema, body);
        var version = _log.Count + 1;
        _log.Add(new StoredEvent(version, body));
        State = State.Apply(stored);
        if (stored is IMessageEvent { MessageId: var id } && MessageView.Apply(_messages.GetValueOrDefault(id), version, stored) is { } view)
        {
            _messages[id] = view;
        }
    }
}

internal sealed record StoredEvent(long Version, byte[] Body)
{
    public ConversationEvent Read() => EventFormat.Read(EventFormat.Schema, Body);
}

/// <summary>One command and what became of it.</summary>
/// <param name="Index">Counts the turns of the conversation.</param>
/// <param name="Messages">All messages of the conversation as they were shown after it.</param>
internal sealed record Turn(
    int Index,
    DateTimeOffset Now,
    ConversationCommand Command,
    Decision Decision,
    ConversationState Before,
    ConversationState After,
    IReadOnlyList<MessageView> Messages)
{
    public IEnumerable<T> Of<T>() where T : ConversationEvent => Decision.Events.OfType<T>();
}
