using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans
{
    /// <summary>A grain's own reminders. They are stored, and tick whether or not the grain is active.</summary>
    public static class GrainReminderExtensions
    {
        /// <summary>Registers a reminder of this name, or replaces it.</summary>
        /// <param name="grain">The grain itself; it must be <see cref="IRemindable"/>.</param>
        /// <param name="reminderName">Unique in the grain.</param>
        /// <param name="dueTime">Time to the first tick.</param>
        /// <param name="period">Time between ticks; at least one minute unless configured otherwise.</param>
        public static Task<IGrainReminder> RegisterOrUpdateReminder(
            this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period)
        {
            ArgumentNullException.ThrowIfNull(grain);
            if (grain is not IRemindable)
            {
                throw new InvalidOperationException(
                    $"Grain {grain.GrainContext.GrainId} is not '{nameof(IRemindable)}'; it must be, to have reminders.");
            }

            return Registry(grain, reminderName).RegisterOrUpdateReminder(grain.GrainContext.GrainId, reminderName, dueTime, period);
        }

        /// <exception cref="ReminderException">It was changed since <paramref name="reminder"/> was read.</exception>
        public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder)
        {
            ArgumentNullException.ThrowIfNull(grain);
            return Registry(grain, reminder.ReminderName).UnregisterReminder(grain.GrainContext.GrainId, reminder);
        }

        /// <returns>The reminder of this name; null if there is none.</returns>
        public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName)
        {
            ArgumentNullException.ThrowIfNull(grain);
            return Registry(grain, reminderName).GetReminder(grain.GrainContext.GrainId, reminderName);
        }

        /// <returns>All reminders of this grain.</returns>
        public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain)
        {
            ArgumentNullException.ThrowIfNull(grain);
            return grain.GrainContext.ActivationServices.GetRequiredService<IReminderRegistry>().GetReminders(grain.GrainContext.GrainId);
        }

        private static IReminderRegistry Registry(IGrainBase grain, string reminderName)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(reminderName);
            return grain.GrainContext.ActivationServices.GetRequiredService<IReminderRegistry>();
        }
    }
}

namespace Orleans.Timers
{
    /// <summary>Keeps reminders; grains use <see cref="GrainReminderExtensions"/>.</summary>
    public interface IReminderRegistry
    {
        Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period);

        Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder);

        Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName);

        Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId);
    }
}
