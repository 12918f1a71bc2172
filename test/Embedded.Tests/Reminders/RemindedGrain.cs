using MultiLine.Embedded.Tests.Host;

namespace MultiLine.Embedded.Tests.Reminders;

public interface IReminded : IGrainWithStringKey
{
    Task Remind(string name, TimeSpan due, TimeSpan period);

    Task Forget(string name);

    Task ForgetTwice(string name);

    /// <summary>Reads the reminder, registers it anew, and tries to unregister what it has read.</summary>
    /// <returns>Whether that went.</returns>
    Task<bool> ForgetWhatChanged(string name);

    Task<string[]> Names();
}

/// <summary>Says its ticks with the time; a reminder named "once" unregisters itself, one named "later" registers itself anew.</summary>
[GrainType("test.reminded")]
public sealed class RemindedGrain(Stage stage) : Grain, IReminded, IRemindable
{
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (reminderName == "once")
        {
            await Forget(reminderName);
        }
        else if (reminderName == "later")
        {
            await this.RegisterOrUpdateReminder(reminderName, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        }

        stage.Say($"{reminderName} {status.CurrentTickTime:HH:mm}");
        if (reminderName == "fails")
        {
            throw new InvalidOperationException("Not now.");
        }
    }

    public Task Remind(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Forget(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task ForgetTwice(string name)
    {
        var reminder = (await this.GetReminder(name))!;
        await this.UnregisterReminder(reminder);
        await this.UnregisterReminder(reminder);
    }

    public async Task<bool> ForgetWhatChanged(string name)
    {
        var reminder = (await this.GetReminder(name))!;
        await Remind(name, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        try
        {
            await this.UnregisterReminder(reminder);
            return true;
        }
        catch (ReminderException)
        {
            return false;
        }
    }

    public async Task<string[]> Names() => [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName).Order()];
}
