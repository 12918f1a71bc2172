using System.Security.Cryptography;
using MultiLine.Domain;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.Conversations;

namespace MultiLine.Cli.Demonstration.Telling;

/// <summary>
/// Tells one thread: every act is a command that the rules decide on at its time, and every decision becomes durable as the
/// conversation's grain makes it durable. Nothing is written that the rules would not have led to.
/// </summary>
internal sealed partial class Narrator(ConversationJournal journal, Organization organization, ConversationKey conversation, ThreadScript script)
{
    /// <summary>A reminder comes a moment after it is due.</summary>
    private static readonly TimeSpan ReminderDelay = TimeSpan.FromMilliseconds(80);

    private static readonly ConversationRules Rules = ConversationRules.Default;

    private readonly Agenda _agenda = new();
    private readonly Dictionary<string, Fate> _fates = [];
    private LoadedConversation _conversation = new(conversation, 0, ConversationState.Empty);
    private DateTimeOffset _seenFrom;

    private Aliases Aliases => new(script.Client.Phone, Bsuid: null);

    /// <param name="seenFrom">The time from which the script's times are counted back.</param>
    public async Task<ConversationState> TellAsync(DateTimeOffset seenFrom)
    {
        _seenFrom = seenFrom;
        foreach (var (index, beat) in script.Beats.Index())
        {
            // Nobody acts on the full minute.
            var seconds = TimeSpan.FromSeconds((index * 29 + script.Client.Phone[^1] * 13) % 50);
            _agenda.At(beat.When.SeenFrom(seenFrom) + seconds, () => PerformAsync(beat.Act));
        }

        await _agenda.PlayAsync();
        return _conversation.State;
    }

    private Task PerformAsync(Act act) => act switch
    {
        Act.Ask ask => AskAsync(ask),
        Act.Say say => SendAsync(say.By, new MessageContent { Text = say.Text }, template: null, optIn: null, say.Fate),
        Act.SendTemplate send => SendTemplateAsync(send),
        Act.Retry retry => RetryAsync(retry),
        Act.Tap tap => TapAsync(tap),
        Act.Write write => ReceiveAsync("text", new MessageContent { Text = write.Text }, inReplyTo: null),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Nobody knows how to do this."),
    };

    /// <summary>Decides, makes durable, and sets on the agenda what follows by itself.</summary>
    private async Task CarryAsync(ConversationCommand command, Func<Decision, JournalEntry>? entry = null)
    {
        if (_agenda.Now > _seenFrom)
            throw new InvalidOperationException($"The script of {script.Client.Name} reaches into the future, to {_agenda.Now:u}.");
        var decision = Conversation.Decide(_conversation.State, command, Rules, _agenda.Now);
        if (decision.Refusal is { } refusal)
            throw new InvalidOperationException($"The script of {script.Client.Name} breaks a rule at {_agenda.Now:u}: {refusal.Code}.");
        if (decision.Events.IsEmpty)
            return;
        if (await journal.WriteAsync(_conversation, entry?.Invoke(decision) ?? new JournalEntry(decision.Events)) is not JournalResult.Written written)
            throw new InvalidOperationException($"Somebody else writes the conversation {conversation} too.");

        _conversation = written.Conversation;
        foreach (var e in decision.Events)
        {
            if (((e as SessionOpened)?.Until ?? (e as SessionExtended)?.Until) is { } until)
                _agenda.At(until + ReminderDelay, () => CarryAsync(new LapseSession(Channel.WhatsApp)));
        }

        _agenda.After(DispatchDelay, DispatchAsync);
    }

    private string NewId() => Guid.CreateVersion7(_agenda.Now).ToString("n");

    private static SaltedContent Salt(MessageContent content) => SaltedContent.Of(content, RandomNumberGenerator.GetBytes(Commitment.SaltLength));

    /// <summary>As the API makes it of a person's request.</summary>
    private ClaimedRequest NewRequest(Person by) => new(organization.Id, by.Id, NewId());
}
