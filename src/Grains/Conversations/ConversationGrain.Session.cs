using MultiLine.Domain;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Grains.Conversations;

/// <summary>The reminder that announces the end of a session.</summary>
public sealed partial class ConversationGrain
{
    private const string ReminderPrefix = "session-end:";

    /// <summary>A tick that finds the session extended sets the reminder anew; should that be lost, the next tick does it.</summary>
    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromMinutes(1);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (!reminderName.StartsWith(ReminderPrefix, StringComparison.Ordinal)
            || Channels.Parse(reminderName[ReminderPrefix.Length..]) is not { } channel)
        {
            return;
        }

        var session = _conversation.State[channel].Session;
        if (session.IsOpen(time.GetUtcNow()))
        {
            await Remind(channel, session.Until!.Value);
            return;
        }

        await Carry(new LapseSession(channel), options.Value.Rules(firstMessageIsConsent: true));
        if (await this.GetReminder(reminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    /// <summary>
    /// Set before the session is opened in the log: a reminder without a session finds nothing and goes, a session without a reminder
    /// would never be announced as over.
    /// </summary>
    private async Task RemindOfSessionEnd(Decision decision)
    {
        foreach (var opened in decision.Events.OfType<SessionOpened>())
        {
            await Remind(opened.Channel, opened.Until);
        }
    }

    private async Task Remind(Channel channel, DateTimeOffset at)
    {
        var due = at - time.GetUtcNow();
        await this.RegisterOrUpdateReminder($"{ReminderPrefix}{channel.Name()}", due > TimeSpan.Zero ? due : TimeSpan.Zero, ReminderPeriod);
    }
}
